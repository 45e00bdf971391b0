import { readFileSync } from 'node:fs';
import { builtInModel, libraryModel } from '@flamestep/maturity';
import { expect, test } from 'vitest';
import { checksPage } from './checks-page.mjs';

const page = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');

test('docs/checks.md is what the models say; npm run docs:checks writes it', () => {
  expect(page).toBe(checksPage());
});

test('every link inside the page leads to a check of it', () => {
  const ids = [...builtInModel.checks, ...libraryModel.checks].map(({ id }) => id);
  for (const id of ids) expect(page).toContain(`<a id="${id}"></a>`);
  for (const [, target] of page.matchAll(/\]\(#([^)]*)\)/g)) expect(ids).toContain(target);
});
