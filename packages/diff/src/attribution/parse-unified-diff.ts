import type { ChangedLines } from '../compare-options.ts';
import { unquotePath } from './unquote-path.ts';

type Range = [number, number];

/** The part of a diff about one file, as far as it was read. */
interface FilePart {
  file: string | undefined;
  readonly ranges: Range[];
  isRenamed: boolean;
}

const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads the changed lines of the head from a unified diff. A deletion counts at the line that follows it. A file that was only
 * renamed counts as changed whole; deleted and binary files are left out.
 */
export function parseUnifiedDiff(text: string): ChangedLines[] {
  const lines = text.split(/\r?\n/);
  const parts: FilePart[] = [];
  let part = startPart(parts);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const hunk = HUNK.exec(line);
    if (hunk) i = readHunk(lines, i, hunk, part.ranges);
    else if (line.startsWith('diff --git ')) part = startPart(parts);
    else if (line.startsWith('--- ') && part.file !== undefined) part = startPart(parts);
    else if (line.startsWith('rename to ')) {
      part.file = unquotePath(line.slice('rename to '.length));
      part.isRenamed = true;
    } else if (line.startsWith('+++ ')) part.file = headPath(line.slice('+++ '.length));
  }
  return mergeParts(parts);
}

function startPart(parts: FilePart[]): FilePart {
  const part: FilePart = { file: undefined, ranges: [], isRenamed: false };
  parts.push(part);
  return part;
}

/** The path without git's `b/` and without the time that diff puts behind a tab; nothing for a deleted file. */
function headPath(text: string): string | undefined {
  const path = unquotePath(text.replace(/\t.*$/, ''));
  return path === '/dev/null' ? undefined : path.replace(/^b\//, '');
}

/** Adds the changed lines of the hunk that begins at line `at`, and returns its last line. */
function readHunk(lines: readonly string[], at: number, hunk: RegExpExecArray, ranges: Range[]): number {
  let baseLeft = Number(hunk[1] ?? 1);
  let headLeft = Number(hunk[3] ?? 1);
  // Of an empty range, git names the line before it.
  let headLine = Number(hunk[2]) + (headLeft === 0 ? 1 : 0);
  while ((baseLeft > 0 || headLeft > 0) && at + 1 < lines.length) {
    const line = lines[++at];
    if (line.startsWith('+')) {
      addLine(ranges, headLine++);
      headLeft--;
    } else if (line.startsWith('-')) {
      addLine(ranges, headLine);
      baseLeft--;
    } else if (!line.startsWith('\\')) {
      headLine++;
      baseLeft--;
      headLeft--;
    }
  }
  return at;
}

function addLine(ranges: Range[], line: number): void {
  const last = ranges.at(-1);
  if (last && line >= last[0] && line <= last[1] + 1) last[1] = Math.max(last[1], line);
  else ranges.push([line, line]);
}

function mergeParts(parts: readonly FilePart[]): ChangedLines[] {
  const ranges = new Map<string, Range[] | undefined>();
  for (const part of parts) {
    if (part.file === undefined) continue;
    if (part.ranges.length > 0) ranges.set(part.file, [...(ranges.get(part.file) ?? []), ...part.ranges]);
    else if (part.isRenamed && !ranges.has(part.file)) ranges.set(part.file, undefined);
  }
  return [...ranges].map(([file, lines]) => (lines ? { file, ranges: lines } : { file }));
}
