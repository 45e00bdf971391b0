import { BUILT_IN_KINDS, builtInModel, type Condition, libraryModel, modelForKind } from '@flamestep/maturity';
import { expect, test } from 'vitest';
import { collectedKinds } from './collected-kinds.ts';

/** What the models ask of services of a kind and no source tells of those, each with the reason; the README tells the same. */
const NOBODY_ASKED: Readonly<Record<string, string>> = {};

test.each([...builtInModel.kinds, ...libraryModel.kinds])(
  'every kind of evidence that the model reads of %s has a source, or a reason',
  (kind) => {
    const collected = collectedKinds([kind]);
    const asked = modelForKind(kind)
      .checks.flatMap(({ kinds }) => kinds[kind] ?? [])
      .flatMap(({ pass }) => evidenceOf(pass));
    const missing = [...new Set(asked)].filter(
      (evidence) => !collected.has(evidence) && NOBODY_ASKED[`${evidence} of ${kind}`] === undefined,
    );
    expect(missing).toEqual([]);
  },
);

function evidenceOf(condition: Condition): string[] {
  return 'least' in condition ? condition.of.flatMap(evidenceOf) : [condition.evidence];
}

test('every kind that is collected is one of the model', () => {
  for (const kind of collectedKinds([...builtInModel.kinds, ...libraryModel.kinds]).keys())
    expect(BUILT_IN_KINDS).toHaveProperty(kind);
});

test('the source that a person is told to connect first is one that can be asked', () => {
  const types = new Set([...collectedKinds([...builtInModel.kinds, ...libraryModel.kinds]).values()].flat());
  for (const [kind, { sources }] of Object.entries({ ...builtInModel.evidence, ...libraryModel.evidence })) {
    expect([kind, types.has(sources[0]!)]).toEqual([kind, true]);
  }
});
