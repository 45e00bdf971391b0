import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { show, showSampleTypes } from '../../../test/show.ts';
import { parse, parseLenient } from '../parse.ts';

interface NodeOptions {
  readonly url?: string;
  readonly line?: number;
  readonly column?: number;
  readonly hitCount?: number;
  readonly ticks?: readonly (readonly [line: number, ticks: number])[];
  readonly parent?: number;
}

const node = (id: number, name: string, children: number[] = [], options: NodeOptions = {}) => ({
  id,
  callFrame: {
    functionName: name,
    scriptId: '1',
    url: options.url ?? '',
    lineNumber: options.line ?? -1,
    columnNumber: options.column ?? -1,
  },
  hitCount: options.hitCount ?? 0,
  ...(children.length > 0 ? { children } : {}),
  ...(options.ticks ? { positionTicks: options.ticks.map(([line, ticks]) => ({ line, ticks })) } : {}),
  ...(options.parent ? { parent: options.parent } : {}),
});
const bytesOf = (document: object) => new TextEncoder().encode(JSON.stringify(document));
const tree = [node(1, '(root)', [2, 3]), node(2, 'main', [4]), node(3, '(idle)'), node(4, 'work')];
const timed = (samples: number[], timeDeltas: number[], endTime: number, nodes: object[] = tree) =>
  bytesOf({ nodes, startTime: 1000, endTime, samples, timeDeltas });

describe('time', () => {
  test('a sample lasts until the next one, the last one until the end', () => {
    const profile = parse(timed([2, 4, 4, 3], [500, 100, 200, 300], 2500));
    expect(showSampleTypes(profile)).toBe('sample/count wall/nanoseconds');
    expect(show(profile)).toEqual(['main 1 100000', '(idle) 1 400000', 'main;work 2 500000']);
    expect(profile.durationNanos).toBe(1_500_000n);
    expect(profile.periodType).toEqual({ type: 'wall', unit: 'nanoseconds' });
    expect(profile.period).toBe(300_000);
  });

  test('what an interval really took counts, not what was asked for', () => {
    expect(show(parse(timed([2, 4, 2], [0, 6000, 1000], 8000)))).toEqual(['main 2 6000000', 'main;work 1 1000000']);
  });

  test('a step back in time is a sample that was written late', () => {
    // At 1100: main, at 1300: work, at 1200: (idle), at 1400: main.
    expect(show(parse(timed([2, 4, 3, 2], [100, 200, -100, 200], 1400)))).toEqual([
      'main 2 100000',
      '(idle) 1 100000',
      'main;work 1 100000',
    ]);
  });

  test('two samples at one moment: both count, one lasts', () => {
    expect(show(parse(timed([2, 4], [100, 0], 1200)))).toEqual(['main 1 0', 'main;work 1 100000']);
  });

  test('where the end is unknown or before the last sample, that sample lasts nothing', () => {
    expect(show(parse(timed([2, 4], [100, 50], 0)))).toEqual(['main 1 50000', 'main;work 1 0']);
    expect(show(parse(bytesOf({ nodes: tree, samples: [2, 4], timeDeltas: [100, 50] })))).toEqual([
      'main 1 50000',
      'main;work 1 0',
    ]);
  });

  test('one time more than samples is the end of the last one', () => {
    expect(show(parse(timed([2, 4], [100, 50, 20], 5000)))).toEqual(['main 1 50000', 'main;work 1 20000']);
  });

  test('without times there is the count alone', () => {
    const profile = parse(bytesOf({ nodes: tree, samples: [2, 4, 4] }));
    expect(showSampleTypes(profile)).toBe('sample/count');
    expect(show(profile)).toEqual(['main 1', 'main;work 2']);
  });

  test("without samples, V8's own counts share the time", () => {
    const nodes = [node(1, '(root)', [2]), node(2, 'main', [3], { hitCount: 1 }), node(3, 'work', [], { hitCount: 2 })];
    expect(show(parse(bytesOf({ nodes, startTime: 0, endTime: 100 })))).toEqual(['main 1 33333', 'main;work 2 66667']);
    expect(show(parse(bytesOf({ nodes })))).toEqual(['main 1', 'main;work 2']);
  });
});

describe('frames', () => {
  const one = (frame: object) => parse(timed([2], [0], 2000, [node(1, '(root)', [2]), frame]));

  test('lines and columns count from 1', () => {
    const profile = one(node(2, 'work', [], { url: 'node:fs', line: 11, column: 4 }));
    expect(show(profile)).toEqual(['work@node:fs:12:5 1 1000000']);
    expect([...profile.functions.startLine]).toEqual([12]);
  });

  test('a function without a name is (anonymous), one without a source has no line', () => {
    expect(show(one(node(2, '', [], { url: 'file:///srv/a%20b.mjs', line: 0, column: 0 })))).toEqual([
      '(anonymous)@/srv/a b.mjs:1:1 1 1000000',
    ]);
    expect(show(one(node(2, '(garbage collector)')))).toEqual(['(garbage collector) 1 1000000']);
  });

  test('(root) is left out of stacks, but not where it is all there is', () => {
    expect(show(parse(timed([1], [0], 2000)))).toEqual(['(root) 1 1000000']);
  });

  test('equal frames are one location, equal functions one function', () => {
    const place = { url: 'a.js', line: 0, column: 3 };
    const nodes = [node(1, '(root)', [2, 3]), node(2, 'f', [4], place), node(3, 'g', [5]), node(4, 'h'), node(5, 'f', [], place)];
    const profile = parse(timed([4, 5], [0, 1], 1002, nodes));
    expect(show(profile)).toEqual(['f@a.js:1:4;h 1 1000', 'g;f@a.js:1:4 1 1000']);
    expect(profile.locations.length).toBe(3);
    expect(profile.functions.length).toBe(3);
  });

  test('nodes may name their parent instead of their children', () => {
    const nodes = [node(1, '(root)'), node(4, 'work', [], { parent: 2 }), node(2, 'main', [], { parent: 1 })];
    expect(show(parse(timed([4], [0], 2000, nodes)))).toEqual(['main;work 1 1000000']);
  });
});

describe('lines that ran', () => {
  const inWork = (ticks: readonly (readonly [number, number])[], samples: number) =>
    parse(
      timed(Array(samples).fill(2), Array(samples).fill(100), 1000 + samples * 100 + 100, [
        node(1, '(root)', [2]),
        node(2, 'work', [], { url: 'a.js', line: 9, column: 0, ticks }),
      ]),
    );

  test('divide the samples of a node, and its time in proportion', () => {
    expect(
      show(
        inWork(
          [
            [12, 1],
            [14, 2],
          ],
          3,
        ),
      ),
    ).toEqual(['work@a.js:12 1 100000', 'work@a.js:14 2 200000']);
  });

  test('samples without a line stand at the start of the function', () => {
    expect(show(inWork([[12, 1]], 3))).toEqual(['work@a.js:12 1 100000', 'work@a.js:10:1 2 200000']);
  });

  test('are not believed where there are more of them than samples', () => {
    expect(show(inWork([[12, 4]], 3))).toEqual(['work@a.js:10:1 3 300000']);
  });
});

describe('the older form, a tree with times in seconds', () => {
  const child = { id: 2, functionName: 'main', url: 'a.js', lineNumber: 5, hitCount: 2, children: [] };
  const head = { id: 1, functionName: '(root)', url: '', lineNumber: 0, hitCount: 0, children: [child] };

  test('with timestamps', () => {
    const profile = parse(bytesOf({ head, startTime: 1, endTime: 1.5, samples: [2, 2], timestamps: [1_100_000, 1_300_000] }));
    expect(show(profile)).toEqual(['main@a.js:5 2 400000000']);
    expect(profile.durationNanos).toBe(500_000_000n);
  });

  test('with counts alone', () => {
    expect(show(parse(bytesOf({ head, startTime: 1, endTime: 2 })))).toEqual(['main@a.js:5 2 1000000000']);
  });
});

describe('broken files', () => {
  test.each([
    ['a loop', [node(1, 'a', [2]), node(2, 'b', [1])], 'malformed', 'a node is its own caller'],
    ['a node that calls itself', [node(2, 'a', [2])], 'malformed', 'a node is its own caller'],
    ['two callers', [node(1, 'a', [2]), node(3, 'b', [2]), node(2, 'c')], 'malformed', 'node 2 is the child of two nodes'],
    ['an id twice', [node(2, 'a'), node(2, 'b')], 'dangling-reference', 'two nodes have the id 2'],
    ['a child that does not exist', [node(2, 'a', [7])], 'dangling-reference', 'an id that no node has'],
    ['a sample without a node', [node(1, 'a')], 'dangling-reference', 'sample 0 refers to a node that does not exist'],
    ['no call frame', [{ id: 2 }], 'malformed', '"callFrame" of node 0 should be an object and is missing'],
    ['a negative count', [node(2, 'a', [], { hitCount: -1 })], 'malformed', '"hitCount" of node 0 is -1'],
    ['a node that is none', [null], 'malformed', 'node 0 should be an object and is null'],
  ])('%s', (_, nodes, code, message) => {
    expect(() => parse(timed([2], [0], 2000, nodes as object[]))).toThrowError(
      expect.objectContaining({ name: 'ProfileError', code, message: expect.stringContaining(message) }),
    );
  });

  test('fewer times than samples: lenient keeps the counts', () => {
    const bytes = timed([2], [], 2000);
    expect(() => parse(bytes)).toThrowError('the profile has 1 samples and 0 timeDeltas');
    expect(show(parseLenient(bytes).profile)).toEqual(['main 1']);
  });

  test('keys that mean something to JavaScript mean nothing', () => {
    const text = `{"nodes":[{"id":1,"callFrame":{"functionName":"__proto__","url":"constructor"},"__proto__":{"hitCount":7}}]}`;
    expect(parse(new TextEncoder().encode(text)).samples.length).toBe(0);
  });

  test('a chain of 100,000 callers is no trouble', () => {
    const depth = 100_000;
    const nodes = Array.from({ length: depth }, (_, i) => node(i + 1, `f${i % 10}`, i + 1 < depth ? [i + 2] : []));
    const profile = parse(timed([depth], [0], 2000, nodes));
    expect(profile.stacks.locations.length).toBe(depth);
  });

  test('values on every node of such a chain would take gigabytes', () => {
    const depth = 20_000;
    const nodes = Array.from({ length: depth }, (_, i) => node(i + 1, 'f', i + 1 < depth ? [i + 2] : []));
    const samples = nodes.map(({ id }) => id);
    const bytes = timed(samples, Array(depth).fill(1), 1_000_000, nodes);
    expect(() => parse(bytes)).toThrowError(expect.objectContaining({ code: 'too-large' }));
  });
});

test('a profile that Node wrote: all of its samples and all of its time arrive', () => {
  const bytes = readFileSync(new URL('../../../../../fixtures/node/work.cpuprofile', import.meta.url));
  const file = JSON.parse(bytes.toString()) as { startTime: number; endTime: number; timeDeltas: number[] };
  const profile = parse(bytes);
  const total = (column: number) => profile.samples.values[column].reduce((sum, value) => sum + value, 0);
  expect(total(0)).toBe(file.timeDeltas.length);
  expect(total(1)).toBe((file.endTime - file.startTime - file.timeDeltas[0]) * 1000);
});
