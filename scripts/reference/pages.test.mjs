import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anchor } from './markdown.mjs';
import { referencePages } from './pages.mjs';

const folder = new URL('../../docs/reference/', import.meta.url);
const pages = referencePages();

test.each([...pages])('docs/reference/%s is what the code says; npm run docs:reference writes it', (file, text) => {
  const written = existsSync(new URL(file, folder)) ? readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n') : '';
  expect(written).toBe(text);
});

test('nothing else lies there', () => {
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
});

test.each([...pages])('every link of docs/reference/%s leads somewhere', (file, text) => {
  const links = [...text.matchAll(/\]\((?!https:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
  const broken = links.filter(([, path, at]) => !leadsSomewhere(path === '' ? file : path, at)).map(([link]) => link);
  expect(broken).toEqual([]);
});

function leadsSomewhere(path, at) {
  const target = new URL(path, folder);
  if (!existsSync(target)) return false;
  if (at === undefined) return true;
  const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading));
  return headings.includes(at);
}
