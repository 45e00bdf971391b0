import { DiffError } from './diff-error.ts';
import { confirmChanges } from './trend/confirm-changes.ts';
import { levelOf } from './trend/level-of.ts';
import { segmentSeries } from './trend/segment-series.ts';
import { smoothSpikes } from './trend/smooth-spikes.ts';

/** One result of the main branch. */
export interface TrendPoint {
  /** Commit, full hash or as short as it was given. */
  readonly commit: string;
  /** Time of the commit or of the run, ISO 8601. */
  readonly time: string;
  /** Cost in `unit`, the mean over the runs. */
  readonly value: number;
  /** 95 % interval of `value`, where there is one. */
  readonly low?: number;
  /** Upper end, where `low` is the lower one. */
  readonly high?: number;
}

/** What a series says. */
export interface Trend {
  /** The stretches between change points, oldest first. */
  readonly segments: readonly TrendSegment[];
  /** Where the level changed, oldest first. */
  readonly changes: readonly ChangePoint[];
  /** Positions of single results far off their stretch. */
  readonly outliers: readonly number[];
  /** The usual level and spread: those of the stretch before the last confirmed change, or of all. Absent for fewer than 5 results. */
  readonly usual?: Level;
  /** The level now, of the last stretch. */
  readonly current?: Level;
  /** How many times the usual level the current one is, and the change point since when; absent when it is usual. */
  readonly worse?: { readonly times: number; readonly since: ChangePoint };
}

/** Median and robust spread (1.4826 × median absolute deviation). */
export interface Level {
  /** Median, in the unit of the values. */
  readonly level: number;
  /** In the unit of the values. */
  readonly spread: number;
}

/** A stretch of results on one level. */
export interface TrendSegment extends Level {
  /** Positions of the first and the last result of the stretch. */
  readonly from: number;
  /** Position of the last result. */
  readonly to: number;
}

/** Where the level changed. */
export interface ChangePoint {
  /** Position of the first result of the new level. */
  readonly index: number;
  /** Of the first result of the new level. */
  readonly commit: string;
  /** Of the first result of the new level, as the point gave it. */
  readonly time: string;
  readonly before: Level;
  readonly after: Level;
  /** `after` divided by `before`. */
  readonly times: number;
  /** How likely chance alone would make such a change: 0 to 1. */
  readonly p: number;
}

/** Options of {@link trend}. */
export interface TrendOptions {
  /** From how many times the usual level on `worse` is told: 1.5. */
  readonly ratio?: number | undefined;
  /** Level of the test of a change: 0.001. */
  readonly level?: number | undefined;
}

/** Results that a usual level takes. */
const LEAST_RESULTS = 5;
/** Results farther from their stretch than this, in spreads, are outliers. */
const FAR = 5;
/** Results that are looked at: the newest. Twenty a day make a year. */
const MOST_RESULTS = 7_500;

/**
 * Finds the levels of a series of costs, oldest first, and where they changed. A change is confirmed from its third result on; single
 * results that are off, and pairs of them, change nothing. "What is 1.5 times worse than usual, and since when?" is answered by
 * `worse`. Of very long series only the newest results are looked at; positions are always those of `points`.
 *
 * The series is cut where the squares of residuals are least, and a cut stays where a t test of the stretches beside it, corrected
 * for the choice of the place, is sure at the level given, and where no run of luck explains it (machines with two speeds). Slow
 * drifts come out as steps. No chance is involved: the same points give the same trend.
 *
 * Throws `DiffError` `bad-option` for a value that is no number and for options out of range.
 */
export function trend(points: readonly TrendPoint[], options: TrendOptions = {}): Trend {
  const { ratio = 1.5, level = 0.001 } = options;
  if (!(ratio > 1)) throw new DiffError('bad-option', `the ratio of a trend must be above 1, not ${ratio}`);
  if (!(level > 0 && level < 1)) throw new DiffError('bad-option', `the level of a trend must be between 0 and 1, not ${level}`);
  const bad = points.findIndex(({ value }) => !Number.isFinite(value));
  if (bad !== -1)
    throw new DiffError('bad-option', `result ${bad} of the trend (commit ${points[bad].commit}) has no finite value`);
  if (points.length === 0) return { segments: [], changes: [], outliers: [] };

  const from = Math.max(0, points.length - MOST_RESULTS);
  const values = Float64Array.from(points.slice(from), ({ value }) => value);
  const stretches = confirmChanges(values, segmentSeries(smoothSpikes(values)), level);
  const segments = stretches.map(({ start }, i): TrendSegment => {
    const end = stretches[i + 1]?.start ?? values.length;
    return { from: from + start, to: from + end - 1, ...levelOf(values.subarray(start, end)) };
  });
  const changes = stretches
    .slice(1)
    .map(({ start, p }, i) => changePoint(points[from + start], from + start, segments[i], segments[i + 1], p));
  const since = changes.at(-1);
  const current = levelOnly(segments[segments.length - 1]);
  const usual = since?.before ?? current;
  return {
    segments,
    changes,
    outliers: segments.flatMap((segment) => outliersOf(points, segment)),
    ...(values.length >= LEAST_RESULTS ? { usual } : {}),
    current,
    ...(since && since.times >= ratio ? { worse: { times: since.times, since } } : {}),
  };
}

function changePoint({ commit, time }: TrendPoint, index: number, from: TrendSegment, to: TrendSegment, p: number): ChangePoint {
  const [before, after] = [levelOnly(from), levelOnly(to)];
  return { index, commit, time, before, after, times: after.level / before.level, p };
}

function levelOnly({ level, spread }: Level): Level {
  return { level, spread };
}

function outliersOf(points: readonly TrendPoint[], { from, to, level, spread }: TrendSegment): number[] {
  const outliers: number[] = [];
  for (let i = from; i <= to; i++) if (Math.abs(points[i].value - level) > FAR * spread) outliers.push(i);
  return outliers;
}
