import { DAY_MS } from '../day-ms.ts';
import { median } from '../median.ts';
import { quantile, type Bucket } from './quantile.ts';
import type { Series } from './prometheus-api.ts';

/** What is worse by so much can be named. */
export const DEVIATION = 1.5;
export const LEAST_EVENTS = 100;
export const LEAST_WEEKS = 2;
const WEEKS = [1, 2, 3, 4];
const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** One operation, this hour and the same hour of other days. */
export interface OperationWeeks {
  readonly name: string;
  /** Requests of this hour. */
  readonly events: number;
  readonly baselineWeeks: number;
  /** For today and each of six days before: was its p95 1.5 times the usual? */
  readonly worseDays: readonly boolean[];
  /** A change by 1.5 might not show, because the next bucket bounds are further apart. */
  readonly isCoarse: boolean;
  /** The bounds, in words. */
  readonly coarseness: string;
}

/** Compares the p95 of each operation with the median of the same hour of the four weeks before, for each day of a week. */
export function readWeeks(
  series: readonly Series[],
  operation: string | undefined,
  now: number,
): { readonly operations: readonly OperationWeeks[] } {
  const byName = new Map<string, Series[]>();
  for (const one of series) {
    const name = operation === undefined ? '' : (one.labels[operation] ?? '');
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  return { operations: [...byName].map(([name, own]) => readOperation(name, own, now)).filter(({ events }) => events > 0) };
}

function readOperation(name: string, series: readonly Series[], now: number): OperationWeeks {
  const bucketsOf = (day: number): Bucket[] => {
    const time = now - day * DAY_MS;
    return series.flatMap(({ labels, points }) => {
      const point = points.find((candidate) => Math.abs(candidate.time - time) < 1000);
      return point === undefined ? [] : [{ bound: Number(labels['le'].replace('+Inf', 'Infinity')), count: point.value }];
    });
  };
  const p95 = (day: number) => quantile(0.95, bucketsOf(day));
  const usual = (day: number): { readonly weeks: number; readonly p95: number } => {
    const known = WEEKS.map((week) => p95(day + 7 * week)).filter((one) => one !== undefined && one.events >= LEAST_EVENTS);
    return { weeks: known.length, p95: median(known.map((one) => one!.value)) };
  };
  const today = p95(0);
  const baseline = usual(0);
  // Where the usual lies decides whether 1.5 times it would be another bucket.
  const bounds = bucketsOf(0)
    .map(({ bound }) => bound)
    .sort((a, b) => a - b);
  const upper = bounds.find((bound) => bound >= baseline.p95) ?? Number.POSITIVE_INFINITY;
  const lower = bounds.findLast((bound) => bound < upper) ?? 0;
  return {
    name,
    events: today?.events ?? 0,
    baselineWeeks: baseline.weeks,
    worseDays: DAYS.map((day) => {
      const [then, before] = [p95(day), usual(day)];
      if (then === undefined || then.events < LEAST_EVENTS || before.weeks < LEAST_WEEKS) return false;
      return then.value > DEVIATION * before.p95;
    }),
    isCoarse: baseline.weeks >= LEAST_WEEKS && (upper === Number.POSITIVE_INFINITY || upper / lower > MOST_RATIO),
    coarseness: `the bounds next to its p95 are ${lower} and ${upper}`,
  };
}

/** Bounds further apart than this hide a change by 1.5: within a bucket, a quantile is guessed. Half a percent for rounding. */
const MOST_RATIO = DEVIATION * 1.005;
