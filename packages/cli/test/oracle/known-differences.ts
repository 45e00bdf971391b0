import type { Answer, Pprof } from './pprof.ts';

interface KnownDifference {
  readonly name: string;
  /** Whether it explains why the answers are not the same. */
  applies(args: readonly string[], expected: Answer, actual: Answer, pprof: Pprof): boolean;
}

/** Where flamestep does not answer as pprof does, on purpose, and why. Nothing else may differ. */
const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    // JavaScript's numbers are exact up to 2^53. Flamestep says so instead of rounding.
    name: 'a value past 2^53',
    applies: (_args, expected, actual) => 'text' in expected && 'error' in actual && /out-of-range|2\^53/.test(actual.error),
  },
];

/** The name of the known difference that explains the two answers, if there is one. */
export function knownDifference(args: readonly string[], expected: Answer, actual: Answer, pprof: Pprof): string | undefined {
  return KNOWN_DIFFERENCES.find(({ applies }) => applies(args, expected, actual, pprof))?.name;
}
