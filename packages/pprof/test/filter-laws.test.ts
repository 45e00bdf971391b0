import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aggregate,
  filterByName,
  merge,
  pruneFrom,
  removeUninteresting,
  showFrom,
  simplifyNames,
  subtractBase,
} from '../src/index.ts';
import type { Pattern, Profile } from '../src/index.ts';
import { checkProfile } from './check-profile.ts';
import { comparableProfiles, naturalValue } from '../../../fixtures/generators/arbitrary-profile.ts';
import { profileContent } from './profile-content.ts';
import { costs, negated, totals } from './totals.ts';

/** Patterns that match some of the names that arbitrary profiles are made of. */
const anyPattern: fc.Arbitrary<Pattern> = fc.constantFrom(/a/, /^main$/, /\.go$/, /λ|parse/, /./, /^$/, /no such name/);
const anyNatural = comparableProfiles(1, naturalValue).map(([profile]) => profile!);

type Filter = (profile: Profile, pattern: Pattern) => Profile;
const FILTERS: Record<string, Filter> = {
  focus: (profile, focus) => filterByName(profile, { focus }).profile,
  ignore: (profile, ignore) => filterByName(profile, { ignore }).profile,
  hide: (profile, hide) => filterByName(profile, { hide }).profile,
  show: (profile, show) => filterByName(profile, { show }).profile,
  show_from: (profile, pattern) => showFrom(profile, pattern).profile,
  prune_from: (profile, pattern) => pruneFrom(profile, pattern),
};

describe.each(Object.entries(FILTERS))('%s', (_name, filter) => {
  test('never makes a profile cost more, and leaves it valid', () => {
    fc.assert(
      fc.property(anyNatural, anyPattern, (profile, pattern) => {
        const filtered = filter(profile, pattern);
        checkProfile(filtered);
        totals(filtered).forEach((total, i) => expect(total).toBeLessThanOrEqual(totals(profile)[i]!));
      }),
    );
  });

  test('changes nothing in what it is given', () => {
    fc.assert(
      fc.property(anyNatural, anyPattern, (profile, pattern) => {
        const before = structuredClone(profileContent(profile));
        filter(profile, pattern);
        expect(profileContent(profile)).toEqual(before);
      }),
    );
  });

  test('does the same again when used again', () => {
    fc.assert(
      fc.property(anyNatural, anyPattern, (profile, pattern) => {
        const once = filter(profile, pattern);
        expect(costs(filter(once, pattern))).toEqual(costs(once));
      }),
    );
  });
});

test('what focus keeps and what ignore keeps is the whole, but for samples without a stack: both drop those', () => {
  fc.assert(
    fc.property(anyNatural, anyPattern, ({ samples, stacks, ...rest }, pattern) => {
      const hasStack = (_: number, sample: number) =>
        stacks.start[samples.stack[sample]!]! < stacks.start[samples.stack[sample]! + 1]!;
      const whole = samples.values.map((column) => column.filter(hasStack).reduce((sum, value) => sum + value, 0));
      const kept = totals(FILTERS['focus']!({ samples, stacks, ...rest }, pattern));
      const left = totals(FILTERS['ignore']!({ samples, stacks, ...rest }, pattern));
      expect(kept.map((total, i) => total + left[i]!)).toEqual(whole);
    }),
  );
});

test('filters commute with merging', () => {
  fc.assert(
    fc.property(comparableProfiles(2, naturalValue), anyPattern, (profiles, pattern) => {
      for (const filter of [FILTERS['focus']!, FILTERS['ignore']!]) {
        const filteredFirst = merge(profiles.map((profile) => filter(profile, pattern)));
        expect(costs(filteredFirst)).toEqual(costs(filter(merge(profiles), pattern)));
      }
    }),
  );
});

test.each(['functions', 'filefunctions', 'files', 'lines', 'addresses'] as const)(
  'the granularity %s keeps the totals',
  (granularity) => {
    fc.assert(
      fc.property(anyNatural, fc.boolean(), (profile, noInlines) => {
        const aggregated = aggregate(profile, { granularity, noInlines, columns: false });
        checkProfile(aggregated);
        expect(totals(aggregated)).toEqual(totals(profile));
      }),
    );
  },
);

test('dropping frames and simplifying names keep the totals', () => {
  fc.assert(
    fc.property(anyNatural, (profile) => {
      const dropping = { ...profile, dropFrames: 'a|main', keepFrames: 'main' };
      const dropped = removeUninteresting(dropping, (source) => new RegExp(source));
      checkProfile(dropped);
      expect(totals(dropped)).toEqual(totals(profile));
      expect(totals(simplifyNames(profile))).toEqual(totals(profile));
    }),
  );
});

describe('comparing', () => {
  test('a profile with itself leaves nothing', () => {
    fc.assert(
      fc.property(comparableProfiles(1), ([profile]) => {
        expect(subtractBase(profile!, profile!, {}).samples.length).toBe(0);
        expect(totals(subtractBase(profile!, profile!, { diffBase: true }))).toEqual(totals(profile!).map(() => 0));
      }),
    );
  });

  test('the other way round turns all signs', () => {
    fc.assert(
      fc.property(comparableProfiles(2), ([a, b]) => {
        expect(costs(subtractBase(a!, b!, {}))).toEqual(negated(costs(subtractBase(b!, a!, {}))));
      }),
    );
  });

  test('keeps both sides under -diff_base and nets them under -base, with the same totals', () => {
    fc.assert(
      fc.property(comparableProfiles(2), ([a, b]) => {
        const wanted = totals(a!).map((total, i) => total - totals(b!)[i]!);
        expect(totals(subtractBase(a!, b!, {}))).toEqual(wanted);
        expect(totals(subtractBase(a!, b!, { diffBase: true }))).toEqual(wanted);
      }),
    );
  });

  test('with nothing gives the profile', () => {
    fc.assert(
      fc.property(comparableProfiles(1), ([profile]) => {
        const nothing = {
          ...profile!,
          samples: {
            ...profile!.samples,
            length: 0,
            stack: new Int32Array(),
            labelSet: new Int32Array(),
            values: profile!.samples.values.map(() => new Float64Array()),
          },
        };
        expect(costs(subtractBase(profile!, nothing, {}))).toEqual(costs(profile!));
      }),
    );
  });
});
