import type { ComparisonMethod, Normalization, Thresholds, VerdictWord, WholeChange } from '../comparison.ts';
import type { MeasuredRun } from '../measure/measured-run.ts';
import { meanDifference, pairedDifference } from '../statistics/mean-difference.ts';
import { withCertainty } from './verdict-words.ts';

/** What the runs are divided by, and how sure one may be. */
export interface WholeSettings {
  readonly method: ComparisonMethod;
  readonly kind: Normalization['kind'];
  /** By run: operations, or 1. */
  readonly work: Float64Array;
  readonly paired: boolean;
  readonly thresholds: Thresholds;
}

/** Runs a side from which the whole is judged. */
const LEAST_RUNS = 3;

/**
 * The change of the cost of everything, by Student's t over the runs: here the run is what repeats, not the sample, for the speed of the
 * machine is in it. Pairs are used where their interval is the narrower one. With one run a side only the sampling noise is known.
 */
export function judgeWhole(runs: readonly MeasuredRun[], headFrom: number, settings: WholeSettings): WholeChange {
  const { method, kind, work, paired, thresholds } = settings;
  const costs = runs.map(({ whole }, run) => whole / work[run]);
  const [bases, heads] = [costs.slice(0, headFrom), costs.slice(headFrom)];
  const [base, head] = [mean(bases), mean(heads)];
  const change = head - base;
  if (method === 'exact') {
    const verdict = kind === 'relative' ? 'inconclusive' : exactWord(change, base, thresholds);
    return { base, head, change, low: change, high: change, verdict };
  }

  const byRuns = meanDifference(bases, heads);
  const byPairs = paired ? pairedDifference(bases, heads) : undefined;
  const difference = byRuns && byPairs && byPairs.margin < byRuns.margin ? byPairs : byRuns;
  const margin = difference?.margin ?? 2 * Math.sqrt(runs.reduce((sum, run, i) => sum + run.wholeVariance / work[i] ** 2, 0));
  const range = { base, head, change, low: change - margin, high: change + margin };
  let verdict: VerdictWord = 'inconclusive';
  if (kind !== 'relative' && difference) {
    // The spread of two runs says next to nothing about that of a machine.
    const isKnown = Math.min(bases.length, heads.length) >= LEAST_RUNS;
    const isBeyond = Math.max(range.low, -range.high) >= thresholds.share * base;
    if (isKnown && difference.p <= thresholds.level && isBeyond) verdict = change > 0 ? 'slower' : 'faster';
    else if (range.high < thresholds.relative * base && range.low > -thresholds.relative * base) verdict = 'unchanged';
  }
  return { ...range, verdict: withCertainty(verdict, method) };
}

function exactWord(change: number, base: number, { share }: Thresholds): VerdictWord {
  if (change === 0 || Math.abs(change) < share * base) return 'unchanged';
  return change > 0 ? 'slower' : 'faster';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
