/**
 * Which functions really became slower or faster between two versions of a program, over several runs of each, and how costs go over time.
 *
 * @packageDocumentation
 */

export { compare } from './compare.ts';
export type { CompareInput } from './compare.ts';
export { matchPath } from './attribution/match-path.ts';
export { parseChangedFiles } from './attribution/parse-changed-files.ts';
export type { ChangedLines, CompareOptions, FunctionThresholds, NamedFunction } from './compare-options.ts';
export type {
  Change,
  Comparison,
  ComparisonMethod,
  FunctionComparison,
  MovedCost,
  MovedFunction,
  Normalization,
  PathStep,
  SampleTypeComparison,
  Sides,
  SizeFactors,
  Thresholds,
  Touch,
  Verdict,
  VerdictWord,
  WholeChange,
} from './comparison.ts';
export { verdictWithout } from './findings/verdict-without.ts';
export { canonicalName } from './names/canonical-name.ts';
export { DiffError, isDiffError } from './diff-error.ts';
export type { DiffErrorCode } from './diff-error.ts';
export type { NoisePrior } from './noise-prior.ts';
export { trend } from './trend.ts';
export type { ChangePoint, Level, Trend, TrendOptions, TrendPoint, TrendSegment } from './trend.ts';
