import { readFileSync } from 'node:fs';
import { BUILT_IN_KINDS, builtInModel, libraryModel } from '@flamestep/maturity';
import { expect, test } from 'vitest';
import { collectedKinds } from './collected-kinds.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const [, notCollected = ''] = /^Nobody is asked for\n(.*?)\n\n/ms.exec(readme) ?? [];

test('what the models read and nobody is asked for is listed in the README, with the reason', () => {
  const collected = collectedKinds([...builtInModel.kinds, ...libraryModel.kinds]);
  const missing = Object.keys({ ...builtInModel.evidence, ...libraryModel.evidence }).filter((kind) => !collected.has(kind));
  expect(missing.sort()).toEqual([...notCollected.matchAll(/^- `([a-z-]+)`: .{20,}/gm)].map(([, kind]) => kind).sort());
});

test('every kind that is collected is one of the model', () => {
  for (const kind of collectedKinds([...builtInModel.kinds, ...libraryModel.kinds]).keys())
    expect(BUILT_IN_KINDS).toHaveProperty(kind);
});
