import type { Io } from '../io.ts';

/** Where a name may stand, the surest first, with how it is written there. */
const PLACES: readonly (readonly [file: string, name: RegExp])[] = [
  ['package.json', /^\s*\{[\s\S]*?"name"\s*:\s*"(?:@[^/"]+\/)?([^"]+)"/],
  ['go.mod', /^module\s+\S*?([^\s/]+)(?:\/v\d+)?\s*$/m],
  ['.git/config', /\[remote "origin"\][^[]*?\burl\s*=\s*\S*[/:]([^\s/:]+?)(?:\.git)?\s*$/m],
];

/** So much of a file is read: names stand at the beginning. */
const HEAD = 65_536;

/** What the service in this folder is called, and which file says so. */
export function detectName(io: Pick<Io, 'kindOf' | 'readHead'>): { readonly name: string; readonly from: string } | undefined {
  for (const [file, pattern] of PLACES) {
    if (io.kindOf(file) !== 'file') continue;
    const [, name = ''] = pattern.exec(new TextDecoder().decode(io.readHead(file, HEAD))) ?? [];
    const fitting = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
    if (fitting !== '') return { name: fitting.slice(0, 200), from: file };
  }
  return undefined;
}
