import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { top } from './top.ts';
import { tree } from './tree.ts';

/** Lines of `profileOf` in which `>` joins an inlined function to the one it was inlined into. */
const stacks = fc.array(
  fc.tuple(
    fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(';', ' > ')), { minLength: 1, maxLength: 5 }),
    fc.integer({ min: 1, max: 1000 }),
  ),
  { minLength: 1, maxLength: 8 },
);

test('top marks as inlined what the calls of tree say', () => {
  fc.assert(
    fc.property(stacks, fc.constantFrom(0, 0.01, 0.2, 0.5), (lines, edgeFraction) => {
      const profile = profileOf(
        ...lines.map(
          ([frames, value]) => `${frames.map(([name, join], i) => (i === 0 ? name : `${join}${name}`)).join('')} ${value}`,
        ),
      );
      const options = { edgeFraction, nodeFraction: 0, nodeCount: 0 };
      const calls = tree(profile, options);
      for (const { name, inlined } of top(profile, options).rows) {
        const kinds = new Set(calls.rows.find((row) => row.name === name)!.callers.map(({ isInline }) => isInline));
        const expected = !kinds.has(true) ? 'no' : kinds.has(false) ? 'sometimes' : 'always';
        expect(`${name} ${inlined}`).toBe(`${name} ${expected}`);
      }
    }),
  );
});
