import { baseName } from '../text/source-path.ts';

/** A place in the code as a report tells places apart; what the granularity leaves out is empty or 0. */
export interface NodeInfo {
  readonly name: string;
  readonly address: bigint;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** File of the binary; only where there is no name. */
  readonly objectFile: string;
  /** Line where the function begins; only where there is no name. */
  readonly startLine: number;
}

/** How a report prints a place: address, name, file and line, as far as known. */
export function nodeName(info: NodeInfo): string {
  const parts: string[] = [];
  if (info.address !== 0n) parts.push(info.address.toString(16).padStart(16, '0'));
  if (info.name !== '') parts.push(info.name);
  if (info.line !== 0) {
    parts.push(`${info.file}:${info.line}${info.column !== 0 ? `:${info.column}` : ''}`);
  } else if (info.file !== '') {
    parts.push(info.file);
  } else if (info.name === '') {
    parts.push(info.objectFile === '' ? '<unknown>' : `[${baseName(info.objectFile)}]`);
  }
  return parts.join(' ');
}
