import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subtractBase, top } from '../src/index.ts';
import type { Profile, ReportOptions } from '../src/index.ts';
import { comparableProfiles, naturalValue } from '../../../fixtures/generators/arbitrary-profile.ts';

const compile = (source: string): RegExp => new RegExp(source, 'u');
const rowsOf = (profile: Profile, options: Partial<ReportOptions> = {}) =>
  top(profile, { compile, trim: false, ...options }).rows;

const anyNatural = comparableProfiles(1, naturalValue).map(([profile]) => profile!);
const GRANULARITIES = ['functions', 'filefunctions', 'files', 'lines', 'addresses'] as const;

test('samples that are never negative: the flat values of top add up to what the samples with a stack cost', () => {
  fc.assert(
    fc.property(anyNatural, fc.constantFrom(...GRANULARITIES), fc.boolean(), (profile, granularity, noInlines) => {
      const { samples, stacks } = profile;
      const column = samples.values.at(-1)!;
      const hasStack = (_: number, sample: number) =>
        stacks.start[samples.stack[sample]!]! < stacks.start[samples.stack[sample]! + 1]!;
      const rows = rowsOf(profile, { granularity, noInlines, sampleIndex: String(samples.values.length - 1) });
      expect(rows.reduce((sum, { flat }) => sum + flat, 0)).toBe(column.filter(hasStack).reduce((sum, value) => sum + value, 0));
    }),
  );
});

test('samples that are never negative: no row costs less with its callees than without, or more than all', () => {
  fc.assert(
    fc.property(anyNatural, (profile) => {
      const { rows, total } = top(profile, { compile, trim: false });
      for (const { flat, cum } of rows) {
        expect(cum).toBeGreaterThanOrEqual(flat);
        expect(cum).toBeLessThanOrEqual(total);
      }
    }),
  );
});

test('trimming only leaves rows out', () => {
  fc.assert(
    fc.property(anyNatural, fc.nat(6), (profile, nodeCount) => {
      const all = new Set(rowsOf(profile).map(({ name }) => name));
      const some = rowsOf(profile, { trim: true, nodeCount });
      expect(some.every(({ name }) => all.has(name))).toBe(true);
      if (nodeCount > 0) expect(some.length).toBeLessThanOrEqual(nodeCount);
    }),
  );
});

describe('comparing', () => {
  test.each([true, false])('a profile with itself has no rows (diffBase: %s)', (diffBase) => {
    fc.assert(
      fc.property(comparableProfiles(1), ([profile]) => {
        expect(rowsOf(subtractBase(profile!, profile!, { diffBase }))).toEqual([]);
      }),
    );
  });

  test.each([true, false])('the other way round turns the signs of all rows (diffBase: %s)', (diffBase) => {
    const values = (profile: Profile, sign: 1 | -1) =>
      // `+ 0` because -1 times 0 is -0, which no report holds.
      new Map(rowsOf(profile).map(({ name, flat, cum }) => [name, [sign * flat + 0, sign * cum + 0]]));
    fc.assert(
      fc.property(comparableProfiles(2), ([a, b]) => {
        // The first profile gives the default sample type.
        const [base, head] = [
          { ...a!, defaultSampleType: '' },
          { ...b!, defaultSampleType: '' },
        ];
        expect(values(subtractBase(head, base, { diffBase }), 1)).toEqual(values(subtractBase(base, head, { diffBase }), -1));
      }),
    );
  });
});
