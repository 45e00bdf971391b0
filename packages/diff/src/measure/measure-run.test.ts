import { ProfileBuilder } from '@flamestep/pprof';
import type { Profile, ValueType } from '@flamestep/pprof';
import { describe, expect, test } from 'vitest';
import { matchFunctions } from '../match/match-functions.ts';
import { runStacks } from '../stacks/run-stacks.ts';
import { measureRun } from './measure-run.ts';
import { sampleCounts } from './sample-counts.ts';

const COUNT = 'count';

/** One function with a row of values for each sample. */
function rows(
  types: Record<string, string>,
  values: readonly (readonly number[])[],
  period = 0,
  periodType?: ValueType,
): Profile {
  const builder = new ProfileBuilder(Object.entries(types).map(([type, unit]) => ({ type, unit })));
  values.forEach((row, i) =>
    builder.addSample(builder.addStack([builder.addLocation({ lines: [{ function: builder.addFunction(`f${i}`) }] })]), [...row]),
  );
  return builder.build({ period, ...(periodType ? { periodType } : {}) });
}

describe('a value stands for', () => {
  test('the samples counted beside it', () => {
    expect([
      ...sampleCounts(
        rows({ samples: COUNT, cpu: 'nanoseconds' }, [
          [3, 30],
          [1, 10],
        ]),
        1,
      ),
    ]).toEqual([3, 1]);
  });

  test('as many samples as it has periods', () => {
    const cpu = { type: 'cpu', unit: 'nanoseconds' };
    expect([...sampleCounts(rows({ cpu: 'nanoseconds' }, [[30], [10]], 10, cpu), 0)]).toEqual([3, 1]);
  });

  test('the allocations that the heap profiler saw, of which it made many', () => {
    const space = { type: 'space', unit: 'bytes' };
    const heap = rows(
      { alloc_objects: COUNT, alloc_space: 'bytes' },
      [
        [200_000, 12_800_000],
        [5, 500_000],
      ],
      4096,
      space,
    );
    for (const type of [0, 1]) {
      const [small, big] = sampleCounts(heap, type);
      expect(small).toBeCloseTo(200_000 / 64.5, 0);
      expect(big).toBeCloseTo(5, 6);
    }
  });

  test('every allocation, where each was recorded', () => {
    const space = { type: 'space', unit: 'bytes' };
    expect([...sampleCounts(rows({ alloc_objects: COUNT, alloc_space: 'bytes' }, [[20, 1280]], 1, space), 1)]).toEqual([20]);
  });

  test('one sample, where nothing is known', () => {
    expect([...sampleCounts(rows({ latency: 'nanoseconds' }, [[500], [0]]), 0)]).toEqual([1, 0]);
  });
});

describe('a run is added up', () => {
  const builder = new ProfileBuilder([{ type: 'samples', unit: COUNT }]);
  const at = (...names: string[]) => builder.addLocation({ lines: names.map((name) => ({ function: functionOf(name) })) });
  const functions = new Map<string, number>();
  const functionOf = (name: string) => {
    if (!functions.has(name)) functions.set(name, builder.addFunction(name));
    return functions.get(name)!;
  };
  builder.addSample(builder.addStack([at('walk'), at('walk'), at('main')]), [4]);
  builder.addSample(builder.addStack([at('inlined', 'walk'), at('main')]), [2]);
  builder.addSample(builder.addStack([at(), at('main')]), [3]);
  builder.addSample(builder.addStack([]), [1]);
  const profile = builder.build();
  const matching = matchFunctions([profile, profile], 1);
  const [run] = measureRun(runStacks(profile, matching.entityOf[0]!, matching.unknown), matching.length, [0], 'the run');
  const of = (column: Float64Array) => Object.fromEntries(matching.name.map((name, entity) => [name, column[entity]]));

  test('to what each function costs by itself', () => {
    expect(of(run!.self)).toEqual({ inlined: 2, main: 0, walk: 4, '<unknown>': 3 });
  });

  test('to what it costs with all it calls, recursion once', () => {
    expect(of(run!.total)).toEqual({ inlined: 2, main: 9, walk: 6, '<unknown>': 3 });
  });

  test('to the whole, in which samples without a stack have their part', () => {
    expect(run!.whole).toBe(10);
  });
});
