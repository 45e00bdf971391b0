import type { ChangedLines } from '../compare-options.ts';
import { parseUnifiedDiff } from './parse-unified-diff.ts';
import { unquotePath } from './unquote-path.ts';

/** A line of `git diff --name-status`: a letter, for renames with a number, then the old and the new path. */
const STATUS = /^([ACDMRTUX])\d{0,3}\t(.+)$/;

/**
 * Reads what a pull request changed: a unified diff (`git diff`), whose hunks give the lines, or a list of files, one a line
 * (`git diff --name-only`, also with `--name-status` or `-z`). Deleted files are left out: the head has no lines of theirs.
 */
export function parseChangedFiles(text: string): ChangedLines[] {
  if (/^(?:diff --git |\+\+\+ |@@ )/m.test(text)) return parseUnifiedDiff(text);
  const files = text.split(/[\n\0]/).flatMap((line) => {
    const entry = line.replace(/\r$/, '');
    if (entry.trim() === '') return [];
    const status = STATUS.exec(entry);
    if (!status) return [entry.trim()];
    return status[1] === 'D' ? [] : status[2].split('\t').slice(-1);
  });
  return [...new Set(files.map(unquotePath))].map((file) => ({ file }));
}
