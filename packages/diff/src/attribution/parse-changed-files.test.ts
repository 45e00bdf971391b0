import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseChangedFiles } from './parse-changed-files.ts';

/** `a.go 3-5 9` for each file, `a.go` for a whole one. */
function show(text: string): string[] {
  return parseChangedFiles(text).map(({ file, ranges }) =>
    [file, ...(ranges ?? []).map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))].join(' '),
  );
}

describe('a list of files', () => {
  test.each([
    ['names', 'a.go\nsrc/b.go\n', ['a.go', 'src/b.go']],
    ['names once', 'a.go\r\na.go\r\n', ['a.go']],
    ['names with NUL between', 'a.go\0b c.go\0', ['a.go', 'b c.go']],
    ['names with their status', 'M\ta.go\nD\tb.go\nR087\tc.go\td.go\nA\te.go', ['a.go', 'd.go', 'e.go']],
    ['quoted names', '"caf\\303\\251 \\"x\\".go"', ['café "x".go']],
    ['nothing', '\n', []],
  ])('%s', (_, text, files) => {
    expect(show(text)).toEqual(files);
  });
});

describe('a unified diff', () => {
  test('gives the changed lines of the head', () => {
    const diff = [
      'diff --git a/src/a.go b/src/a.go',
      'index 1..2 100644',
      '--- a/src/a.go',
      '+++ b/src/a.go',
      '@@ -1,4 +1,5 @@ package a',
      ' one',
      '+two',
      '+three',
      ' four',
      '-five',
      ' six',
      '@@ -20,0 +22,2 @@',
      '+++ looks like a header',
      '+x',
      '@@ -30,1 +33,0 @@',
      '--- looks like one, too',
      'diff --git a/gone.go b/gone.go',
      '--- a/gone.go',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-x',
    ].join('\n');
    expect(show(diff)).toEqual(['src/a.go 2-3 5 22-23 34']);
  });

  test('of plain diff, with times and without folders before the paths', () => {
    const diff =
      '--- a.c\t2026-01-01 00:00:00\n+++ a.c\t2026-01-02 00:00:00\n@@ -1 +1 @@\n-x\n+y\n\\ No newline at end of file\n';
    expect(show(`${diff}${diff.replaceAll('a.c', 'b.c')}`)).toEqual(['a.c 1', 'b.c 1']);
  });

  test('cut off in the middle gives what there is', () => {
    expect(show('+++ b/a.go\n@@ -1,9 +1,9 @@\n+x')).toEqual(['a.go 1']);
  });

  test('of the recorded changes', () => {
    const folder = fileURLToPath(new URL('../../../../fixtures/programs/changes/', import.meta.url));
    const patches = readdirSync(folder).filter((name) => name.endsWith('.patch'));
    const shown = patches.map((name) => `${name}: ${show(readFileSync(`${folder}${name}`, 'utf8')).join(', ')}`);
    expect(shown).toEqual([
      'faster.patch: hash.go 3 8-9',
      'inlined.patch: value.go 7 14-20',
      'moved-file.patch: integrity.go',
      'new-closure.patch: decode.go 12-20 26-28',
      'new-function.patch: decode.go 24-26, valid.go 1-15',
      'renamed.patch: decode.go 13, hash.go 3 6',
      'split.patch: decode.go 51-64',
      'uniform.patch: decode_test.go 8',
    ]);
  });
});
