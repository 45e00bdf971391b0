import type { Normalization } from '@flamestep/diff';
import type { Band } from './band.ts';

/**
 * - `slower`, `faster`: the level changed within 90 days, confirmed, and has not come back
 * - `usual`: it did not, and a change of 5 % would have been seen
 * - `too-noisy`: no change was found, and one of 5 % would not have been
 * - `too-few`: fewer results than a usual level takes
 * - `silent`: no report for 14 days; whether it got slower is not known
 * - `no-data`: no report of the main branch yet
 */
export type TrendState = 'slower' | 'faster' | 'usual' | 'too-noisy' | 'too-few' | 'silent' | 'no-data';

/** What the trends of a service come to: the most telling of its profiles. */
export interface TrendSummary {
  readonly state: TrendState;
  /** Subject key of the reports. */
  readonly key?: string;
  readonly sampleType?: string;
  /** What the values count, per operation under `per-operation`. */
  readonly unit?: string;
  readonly measure?: Normalization['kind'];
  /** The function that changed most; absent when only the whole did. */
  readonly function?: { readonly name: string; readonly file: string; readonly times: number };
  /** Of what `level`, `usual`, `change` and `since` are: of the function where the whole did not change, or is not known. */
  readonly subject?: 'whole' | 'function';
  /** Level now. */
  readonly level?: number;
  /** Level before the last change, in `unit`. */
  readonly usual?: number;
  /** Relative change of the level with its 95 % interval: 0.041 is +4.1 %. */
  readonly change?: { readonly value: number; readonly low: number; readonly high: number };
  /** The smallest relative rise of the whole that would have been found, had it come with the newest seven results: 0.013. */
  readonly detectable?: number;
  /** The change point. */
  readonly since?: TrendChange;
  /** Past the 1.5× line. */
  readonly isWorse?: boolean;
  /** Results so far, and how many a usual level takes: of `too-few`. */
  readonly results?: number;
  /** As `results`. */
  readonly resultsNeeded?: number;
  /** ISO 8601: the last result. */
  readonly lastAt?: string;
  /** For a sparkline: at most 90 of the newest results of 90 days, oldest first, with a time each (ms since 1970). Left out in lists. */
  readonly sparkline?: readonly (readonly [time: number, value: number])[];
}

/** Answer of `…/trends`. */
export interface ServiceTrends {
  /** Every profile key and sample type there is, the most telling first. */
  readonly profiles: readonly TrendProfile[];
  /** The one asked for, or the first of `profiles`. */
  readonly selected?: TrendDetail;
}

/** One profile key and sample type of a service. */
export interface TrendProfile {
  /** Subject key of the reports. */
  readonly key: string;
  readonly sampleType: string;
  readonly unit: string;
  readonly measure: Normalization['kind'];
  readonly summary: TrendSummary;
}

/** One profile over time. */
export interface TrendDetail extends TrendProfile {
  /** ISO 8601: what was asked for. */
  readonly from: string;
  readonly to: string;
  /** The cost of everything first (absent for relative measures), then the functions that changed, the greatest change first. */
  readonly lines: readonly TrendLine[];
}

/** One cost over time. */
export interface TrendLine {
  /** Absent for the cost of everything. */
  readonly function?: { readonly name: string; readonly file: string };
  /** Of the values: the unit of the sample type, or `share` of the whole. */
  readonly unit: string;
  /** Oldest first. */
  readonly points: readonly WirePoint[];
  /** Absent while there are too few results. */
  readonly usual?: Band;
  /** The 1.5× line. Absent with `usual`. */
  readonly limit?: number;
  /** Level now, in `unit`; absent while there are too few results. */
  readonly current?: number;
  /** How many times the usual level the current one is; absent without a change. */
  readonly times?: number;
  /** Oldest first; those within `points`. */
  readonly changes: readonly TrendChange[];
  /** Positions in `points` of single results far off. */
  readonly outliers: readonly number[];
}

/** A result of the main branch. */
export interface WirePoint {
  /** ISO 8601. */
  readonly time: string;
  readonly commit: string;
  /** In the unit of the line. */
  readonly value: number;
  /** Runs behind it. */
  readonly runs?: number;
  /** The report that it comes from, while that is kept. */
  readonly reportId?: string;
}

/** Where the level changed. */
export interface TrendChange {
  /** ISO 8601: the first result of the new level. */
  readonly time: string;
  readonly commit: string;
  /** New level by old. */
  readonly times: number;
  /** Level before, in the unit of the line. */
  readonly before: number;
  /** Level after, in the unit of the line. */
  readonly after: number;
  readonly reportId?: string;
  /** The pull request that was merged as this commit, where a report told. */
  readonly pullRequest?: { readonly number: number; readonly title?: string; readonly url?: string };
  readonly commitUrl?: string;
}
