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
  readonly level: number;
  readonly spread: number;
}

export interface TrendSegment extends Level {
  /** Positions of the first and the last result of the stretch. */
  readonly from: number;
  readonly to: number;
}

export interface ChangePoint {
  /** Position of the first result of the new level. */
  readonly index: number;
  readonly commit: string;
  readonly time: string;
  readonly before: Level;
  readonly after: Level;
  /** `after` divided by `before`. */
  readonly times: number;
  readonly p: number;
}
