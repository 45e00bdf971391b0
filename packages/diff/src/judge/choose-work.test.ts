import { expect, test } from 'vitest';
import type { MeasuredRun } from '../measure/measured-run.ts';
import { chooseWork } from './choose-work.ts';

const none = new Float64Array(0);
const run = (whole: number): MeasuredRun => ({
  self: none,
  total: none,
  samples: none,
  variance: none,
  whole,
  period: 0,
  wholeSamples: whole,
  wholeVariance: whole,
});

/** `relative: why`, of runs with these wholes, two of the base and two of the head. */
function show(
  type: string,
  unit: string,
  wholes: readonly number[],
  options: { operations?: boolean; wanted?: 'absolute' | 'relative' } = {},
) {
  const operations = options.operations ? new Float64Array(4).fill(60) : undefined;
  const { kind, reason } = chooseWork({ type, unit }, wholes.map(run), 2, operations, options.wanted);
  return `${kind}: ${reason}`;
}

test.each([
  [show('cpu', 'nanoseconds', [370, 238, 327, 299]), 'relative: the number of operations is not known'],
  [show('cpu', 'nanoseconds', [370, 371, 372, 373]), 'relative: the number of operations is not known'],
  [
    show('cpu', 'nanoseconds', [370, 238, 327, 299], { operations: true }),
    'per-operation: the operations of every run are known',
  ],
  [show('cpu', 'nanoseconds', [370, 238, 327, 299], { wanted: 'absolute' }), 'absolute: asked for'],
  [show('inuse_space', 'bytes', [1000, 1004, 1100, 1096], { operations: true }), 'absolute: the runs of a side hardly differ'],
  [show('alloc_space', 'bytes', [1000, 1004, 1100, 1096]), 'absolute: the runs of a side hardly differ'],
  [show('alloc_space', 'bytes', [1000, 1004, 1100, 1096], { wanted: 'relative' }), 'relative: asked for'],
  [show('alloc_space', 'bytes', [1000, 2000, 1100, 1000]), 'relative: the runs of a side differ as a whole'],
  [show('instructions', 'count', [1000, 1000, 1100, 1100]), 'absolute: the runs of a side agree'],
])('%s', (got, wanted) => {
  expect(got).toBe(wanted);
});
