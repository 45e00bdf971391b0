import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { detectFormat, encodeCollapsed, isProfileError, parse, parseLenient } from '../src/index.ts';
import type { Profile } from '../src/index.ts';
import { checkProfile } from './check-profile.ts';
import { mutate } from '../../../fixtures/generators/mutations.ts';
import { show } from './show.ts';

// Thousands of inputs in one test take seconds on a busy machine; what would hang is still found.
vi.setConfig({ testTimeout: 60_000 });

/** Parses both ways. What comes out is an error with a code, or a profile that is valid; strict and lenient agree where both work. */
function survive(input: Uint8Array): void {
  const strict = outcome(() => parse(input));
  const lenient = outcome(() => parseLenient(input).profile);
  if (strict) expect(lenient && show(lenient)).toEqual(show(strict));
}

function outcome(run: () => Profile): Profile | undefined {
  try {
    const profile = run();
    checkProfile(profile);
    return profile;
  } catch (error) {
    if (!isProfileError(error)) throw error;
    return undefined;
  }
}

describe('collapsed stacks', () => {
  // What the format can hold: no `;` or line end in a name, no `#` in front. Control characters would make it look binary.
  const frame = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 8 })
    .map((name) => `f${name.replaceAll(/[;\0-\x1f]/g, ' ')}`);
  const stacks = fc.uniqueArray(
    fc.tuple(
      fc.array(frame, { maxLength: 6 }),
      fc.maxSafeInteger().filter((count) => count !== 0),
    ),
    {
      selector: ([frames]) => frames.join(';'),
      minLength: 1,
    },
  );

  test('come back as they were', () => {
    fc.assert(
      fc.property(stacks, (lines) => {
        const text = lines.map(([frames, count]) => `${frames.join(';')} ${count}\n`).join('');
        const bytes = new TextEncoder().encode(text);
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(encodeCollapsed(parse(bytes), 0))).toBe(text);
      }),
    );
  });

  test('in any order and in any pieces give the same totals', () => {
    const small = fc.array(fc.tuple(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }), fc.nat(1000)));
    const parseLines = (lines: readonly (readonly [string[], number])[]) =>
      parse(new TextEncoder().encode(['zero 0', ...lines.map(([frames, count]) => `${frames.join(';')} ${count}`)].join('\n')));
    fc.assert(
      fc.property(small, (lines) => {
        const split = lines.flatMap(([frames, count]): [string[], number][] => [
          [frames, Math.floor(count / 3)],
          [frames, count - Math.floor(count / 3)],
        ]);
        expect(show(parseLines(split.reverse())).sort()).toEqual(show(parseLines(lines)).sort());
      }),
    );
  });
});

describe('arbitrary input is an error with a code or a valid profile', () => {
  test('bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), survive), { numRuns: 2000 });
  });

  test('text', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'abf019 @:;[]-/.#\n\r\t=x', '0x', 'ä', '🔥'), maxLength: 200 });
    const beginning = fc.constantFrom(
      '',
      'heap profile: 1: 2 [3: 4] @ heap/8\n',
      'goroutine profile: total 1\n',
      '--- threadz 1 ---\n',
      '--- Thread 7f (name: a/1) stack: ---\n',
      '--- contentionz 1 ---\n',
      '--- contentionz 1 ---\nformat = java\nresolution = microseconds\n',
      '--- heapz 1 ---\nresolution = bytes\n',
      'heap profile: 1: 2 [3: 4] @ growthz\nMAPPED_LIBRARIES:\n',
    );
    fc.assert(
      fc.property(beginning, anyText, (start, text) => survive(new TextEncoder().encode(start + text))),
      { numRuns: 4000 },
    );
  });

  test('JSON with the right keys and any values', () => {
    const keys = fc.constantFrom(
      ...[
        'nodes',
        'samples',
        'timeDeltas',
        'timestamps',
        'head',
        'callFrame',
        'children',
        'id',
        'parent',
        'hitCount',
        'selfSize',
      ],
      ...['positionTicks', 'line', 'ticks', 'startTime', 'endTime', 'nodeId', 'functionName', 'url', 'lineNumber', '__proto__'],
      ...['shared', 'frames', 'profiles', 'type', 'unit', 'weights', 'events', 'at', 'frame', 'name', 'constructor'],
    );
    const leaf = fc.oneof(
      fc.integer({ min: -2, max: 5 }),
      fc.double(),
      fc.constantFrom('sampled', 'evented', 'none', 'seconds', 'O', 'C', '(root)', ''),
      fc.constantFrom(null, true),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 6 }),
      ),
    }));
    const document = fc.dictionary(keys, value, { minKeys: 1 });
    fc.assert(
      fc.property(document, (json) => survive(new TextEncoder().encode(JSON.stringify(json)))),
      { numRuns: 1500 },
    );
  });
});

describe('accidents', () => {
  const fixtures = new URL('../../../fixtures/', import.meta.url);
  const files = [
    ...readdirSync(new URL('edge/legacy/', fixtures)).map((name) => `edge/legacy/${name}`),
    'node/work.cpuprofile',
    'node/work.heapprofile',
  ];

  test.each(files)('broken copies of %s', (name) => {
    const whole = readFileSync(new URL(name, fixtures));
    const copies = whole.length > 2000 ? 100 : 400;
    for (let seed = 0; seed < copies; seed++) survive(mutate(whole, seed));
  });

  test.each(files)('prefixes of %s', (name) => {
    const whole = readFileSync(new URL(name, fixtures));
    const step = Math.ceil(whole.length / 400);
    for (let end = 0; end < whole.length; end += step) survive(whole.subarray(0, end));
  });

  test('the format of a file can be told wherever it can be read', () => {
    for (const name of files) {
      const whole = readFileSync(new URL(name, fixtures));
      for (let seed = 0; seed < 50; seed++) {
        const copy = mutate(whole, seed);
        if (outcome(() => parse(copy))) expect(() => detectFormat(copy)).not.toThrow();
      }
    }
  });
});
