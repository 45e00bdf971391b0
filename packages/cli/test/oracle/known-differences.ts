import type { Dialect } from './dialect.ts';
import type { Answer } from './pprof.ts';

interface KnownDifference {
  readonly name: string;
  /** Whether it explains why the answers are not the same. */
  applies(expected: Answer, actual: Answer, dialect: Dialect): boolean;
}

/** Where flamestep does not answer as pprof does, on purpose, and why. Nothing else may differ. */
const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    // JavaScript's numbers are exact up to 2^53. Flamestep says so instead of rounding.
    name: 'a value past 2^53',
    applies: (expected, actual) => 'text' in expected && 'error' in actual && /out-of-range|2\^53/.test(actual.error),
  },
  {
    // For example on a build id of one letter, of which it wants the first two.
    name: 'a crash of pprof',
    applies: (expected) => 'error' in expected && /^panic: |^goroutine \d+ \[running\]/m.test(expected.error),
  },
  {
    // pprof goes on with such a profile as if it had no patterns, and does not say so.
    name: "a profile's own pattern that cannot be read",
    applies: (expected, actual) => 'text' in expected && 'error' in actual && /pattern (drop|keep)_frames/.test(actual.error),
  },
  {
    // pprof takes a binary CPU profile for complete wherever it ends.
    name: 'a binary CPU profile that is cut off',
    applies: (expected, actual) => 'text' in expected && 'error' in actual && /\.prof\S*: truncated: /.test(actual.error),
  },
  {
    name: 'profiles that share only some sample types, and a pprof from before 2023',
    applies: (expected, actual, dialect) =>
      !dialect.sharesTypes &&
      'error' in expected &&
      'text' in actual &&
      /inconsistent samples? type|incompatible types/.test(expected.error),
  },
];

/** The name of the known difference that explains the two answers, if there is one. */
export function knownDifference(expected: Answer, actual: Answer, dialect: Dialect): string | undefined {
  return KNOWN_DIFFERENCES.find(({ applies }) => applies(expected, actual, dialect))?.name;
}
