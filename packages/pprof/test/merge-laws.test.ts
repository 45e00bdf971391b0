import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode, merge, normalize, scale } from '../src/index.ts';
import type { Profile } from '../src/index.ts';
import { comparableProfiles, naturalValue } from '../../../fixtures/generators/arbitrary-profile.ts';
import { profileContent } from './profile-content.ts';
import { costs, totals } from './totals.ts';

const sums = (profiles: readonly Profile[]): number[] =>
  profiles.map(totals).reduce((sum, one) => sum.map((value, i) => value + (one[i] ?? 0)));

describe('merge', () => {
  test('keeps the totals', () => {
    fc.assert(
      fc.property(comparableProfiles(3), (profiles) => {
        expect(totals(merge(profiles))).toEqual(sums(profiles));
      }),
    );
  });

  test('does not care about the order of the profiles', () => {
    fc.assert(
      fc.property(comparableProfiles(2), ([a, b]) => {
        expect(costs(merge([a!, b!]))).toEqual(costs(merge([b!, a!])));
      }),
    );
  });

  test('does not care about the order of merging', () => {
    fc.assert(
      fc.property(comparableProfiles(3), ([a, b, c]) => {
        const all = costs(merge([a!, b!, c!]));
        expect(costs(merge([merge([a!, b!]), c!]))).toEqual(all);
        expect(costs(merge([a!, merge([b!, c!])]))).toEqual(all);
      }),
    );
  });

  test('of one profile only compacts it: once is as good as twice', () => {
    fc.assert(
      fc.property(comparableProfiles(1), ([profile]) => {
        const compact = merge([profile!]);
        expect(costs(compact)).toEqual(costs(profile!));
        expect(profileContent(merge([compact]))).toEqual(profileContent(compact));
      }),
    );
  });

  test('of a profile with itself doubles it', () => {
    fc.assert(
      fc.property(comparableProfiles(1), ([profile]) => {
        expect(costs(merge([profile!, profile!]))).toEqual(costs(scale(profile!, 2)));
      }),
    );
  });

  test('gives a profile that can be written and read', () => {
    fc.assert(
      fc.property(comparableProfiles(2), (profiles) => {
        const merged = merge(profiles);
        expect(profileContent(decode(encode(merged)))).toEqual(profileContent(merged));
      }),
    );
  });

  test('changes nothing in what it is given', () => {
    fc.assert(
      fc.property(comparableProfiles(2), (profiles) => {
        const before = profiles.map(profileContent).map((content) => structuredClone(content));
        merge(profiles);
        expect(profiles.map(profileContent)).toEqual(before);
      }),
    );
  });
});

describe('scale', () => {
  test('by 1 changes nothing', () => {
    fc.assert(
      fc.property(comparableProfiles(1), ([profile]) => {
        expect(profileContent(scale(profile!, 1))).toEqual(profileContent(profile!));
      }),
    );
  });

  test('by -1 twice changes nothing that counts', () => {
    fc.assert(
      fc.property(comparableProfiles(1), ([profile]) => {
        expect(costs(scale(scale(profile!, -1), -1))).toEqual(costs(profile!));
      }),
    );
  });

  test('by a whole number multiplies the totals', () => {
    fc.assert(
      fc.property(comparableProfiles(1), fc.integer({ min: -9, max: 9 }), ([profile], ratio) => {
        // `+ 0` because 0 times -1 is -0, which a profile never holds.
        expect(totals(scale(profile!, ratio))).toEqual(totals(profile!).map((total) => total * ratio + 0));
      }),
    );
  });
});

describe('normalize', () => {
  test('gives the totals of the base, up to half a unit for each sample', () => {
    fc.assert(
      fc.property(comparableProfiles(2, naturalValue), ([profile, base]) => {
        const before = totals(profile!);
        const wanted = totals(base!);
        const scaled = normalize(profile!, base!);
        totals(scaled).forEach((total, i) => {
          if (before[i] === 0) expect(total).toBe(0);
          // A column that fits already does not count when samples are dropped: pprof's ScaleN does the same.
          else if (before[i] !== wanted[i]) expect(Math.abs(total - wanted[i]!)).toBeLessThanOrEqual(profile!.samples.length / 2);
        });
      }),
    );
  });

  test('by itself changes nothing', () => {
    fc.assert(
      fc.property(comparableProfiles(1, fc.integer({ min: 1, max: 1000 })), ([profile]) => {
        expect(profileContent(normalize(profile!, profile!))).toEqual(profileContent(profile!));
      }),
    );
  });
});
