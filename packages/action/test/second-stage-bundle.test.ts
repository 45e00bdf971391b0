import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { notBuilt } from './run-action.ts';

const read = (file: string) => readFileSync(new URL(`../dist/${file}`, import.meta.url), 'utf8');

/** A file of the bundle and all that it can load, at once or later. */
function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const [, next] of read(file).matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([\w-]+\.js)["'`]/g)) reachedFrom(next!, reached);
  return reached;
}

/** A word that only the code which reads profiles has: a code of its errors. */
const DECODER = 'not-a-profile';

test.skipIf(notBuilt !== undefined)('the second stage cannot read profiles: their decoder is in no file that it loads', () => {
  const holds = (file: string) => [...reachedFrom(file)].filter((one) => read(one).includes(DECODER));
  expect(holds('main.js')).not.toEqual([]);
  expect(reachedFrom('comment.js').size).toBeGreaterThan(1);
  expect(holds('comment.js')).toEqual([]);
});
