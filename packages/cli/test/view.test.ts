import { expect, test } from 'vitest';
import { flamestep } from './fake-io.ts';

const files = {
  'runs/before.folded': 'main;parse 3\nmain;old 2\n',
  'runs/after.folded': 'main;parse 4\nmain;<new 1\n',
};

function pageOf(written: Readonly<Record<string, Uint8Array>>, path: string): string {
  return Buffer.from(written[path]).toString();
}

test('writes a page to a temporary file, prints its path and opens it', async () => {
  const { out, opened, files: written } = await flamestep('view runs/after.folded', { files, terminal: true, hasBrowser: true });
  expect(out).toBe('temporary/flame-graph.html\n');
  expect(opened).toEqual(['temporary/flame-graph.html']);
  const page = pageOf(written, 'temporary/flame-graph.html');
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toContain('<title>after.folded</title>');
  expect(page).toContain('"names":["main","parse","\\u003cnew"]');
});

test('with a base the page holds both sides', async () => {
  const { files: written } = await flamestep('view --base=runs/before.folded -o page.html runs/after.folded', { files });
  const page = pageOf(written, 'page.html');
  expect(page).toContain('<title>before.folded → after.folded</title>');
  expect(page).toContain('"old"');
  expect(page).toContain('"base":[');
  expect(page).toContain('<dt>Base</dt><dd>runs/before.folded</dd>');
});

test('--diff-base is the same, and several profiles are named', async () => {
  const line = 'view --diff-base=runs/before.folded --title=x -o page.html runs/*.folded';
  const { files: written } = await flamestep(line, { files });
  expect(pageOf(written, 'page.html')).toContain('<title>x</title>');
  const { files: untitled } = await flamestep('view -o page.html runs/after.folded runs/before.folded', { files });
  expect(pageOf(untitled, 'page.html')).toContain('<title>after.folded and 1 more</title>');
});

test('-o - writes the page to standard output', async () => {
  expect((await flamestep('view -o - runs/after.folded', { files })).out).toMatch(/^<!doctype html>/);
});

test.each([
  ['view --no-open runs/after.folded', { terminal: true }],
  ['view runs/after.folded', { terminal: false }],
  ['view runs/after.folded', { terminal: true, env: { CI: '1' } }],
])('%s in %j opens no browser', async (line, world) => {
  const { opened, err, code } = await flamestep(line, { files, hasBrowser: true, ...world });
  expect({ opened, err, code }).toEqual({ opened: [], err: '', code: 0 });
});

test('says so where there is no browser', async () => {
  const { err, code } = await flamestep('view runs/after.folded', { files, terminal: true });
  expect({ err, code }).toEqual({ err: 'flamestep: no browser found; open the file above\n', code: 0 });
});

test('filters hold for both sides, and warnings go on the page and to standard error', async () => {
  const line = 'view --base=runs/before.folded --ignore=old --focus=nothing -o page.html runs/after.folded';
  const { files: written, err } = await flamestep(line, { files });
  expect(pageOf(written, 'page.html')).toContain('Focus expression matched no samples');
  expect(err).toContain('flamestep: Focus expression matched no samples\n');
});
