import { expect, test } from 'vitest';
import { findRollbacks } from './find-rollbacks.ts';

/** Deployments as letters of their commits, a minute apart; `!` after one that failed. */
const deployed = (story: string) =>
  story.split(' ').map((step, minute) => ({
    sha: step[0],
    createdAt: minute * 60_000,
    succeededAt: step.endsWith('!') ? Number.NaN : minute * 60_000 + 10_000,
    failed: step.endsWith('!'),
  }));

test.each([
  ['a b c', []],
  ['a b a', ['b → a 70 s']],
  // Nothing ran in between: the same again is no return.
  ['a a b', []],
  // What never ran well is not gone back to.
  ['a! b a', []],
  ['a b! a c a', ['b → a 70 s', 'c → a 70 s']],
  ['a b a!', []],
])('%s', (story, rollbacks) => {
  const found = findRollbacks(deployed(story)).map(
    ({ of, to, milliseconds }) => `${of.sha} → ${to.sha} ${milliseconds / 1000} s`,
  );
  expect(found).toEqual(rollbacks);
});
