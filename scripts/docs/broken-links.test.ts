import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anchorsOf, brokenLinks } from './broken-links.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Files that belong to the repository, also those that are not committed yet. */
function pagesOf(root: string): readonly string[] {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '*.md'];
  const listed = execFileSync('git', words, { cwd: root, encoding: 'utf8' }).split('\0');
  return listed.filter((path) => path !== '' && existsSync(join(root, path)));
}

test('every relative link of a page in the repository leads to a file, and to a heading of it', () => {
  const pages = pagesOf(ROOT);
  expect(pages).toContain('docs/README.md');
  expect(pages.flatMap((page) => brokenLinks(ROOT, page))).toEqual([]);
});

test('every page of the documentation can be reached from its front page', () => {
  const from = (page: string) => [...readLinks(join(ROOT, page))].map((path) => join(page, '..', path));
  const reached = new Set(['docs/README.md']);
  for (const page of reached) {
    for (const next of from(page)) if (next.startsWith('docs/') && next.endsWith('.md')) reached.add(next);
  }
  expect(pagesOf(ROOT).filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
});

function readLinks(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, link]) => (link?.includes(':') ? [] : (link ?? [])));
}

describe('a page', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flamestep-links-'));
    writeFileSync(join(folder, 'other.md'), '# Other\n\n## `run`: what, and why?\n\n## Again\n\n## Again\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['[a](other.md)', []],
    ['[a](other.md#run-what-and-why)', []],
    ['[a](other.md#again-1)', []],
    ['[a](https://example.com/x#y)', []],
    ['`[a](none.md)`', []],
    ['```\n[a](none.md)\n```', []],
    ['[a](none.md)', ['page.md: none.md is not there']],
    ['[a](other.md#none)', ['page.md: other.md#none has no such heading']],
    ['[a](#none)', ['page.md: #none has no such heading']],
    ['[a](../other.md)', ['page.md: ../other.md is not there']],
    ['<img src="none.png">', ['page.md: none.png is not there']],
  ])('with %j', (text, faults) => {
    writeFileSync(join(folder, 'page.md'), text);
    expect(brokenLinks(folder, 'page.md')).toEqual(faults);
  });
});

test('headings are called as GitHub calls them', () => {
  expect([...anchorsOf('# A *b*, `c_d`\n## [link](x.md) & more\n<a id="own"></a>\n')]).toEqual(['own', 'a-b-c_d', 'link--more']);
});
