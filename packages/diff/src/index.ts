export type { ChangedLines, CompareOptions } from './compare-options.ts';
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
export type { NoisePrior } from './noise-prior.ts';
export type { ChangePoint, Level, Trend, TrendPoint, TrendSegment } from './trend.ts';
