import type { TrendPoint } from '@flamestep/diff';

/** One cost over time as it is stored. */
export interface Line {
  /** Absent for the cost of everything. */
  readonly function?: { readonly hash: string; readonly name: string; readonly file: string };
  readonly unit: string;
  /** Oldest first. */
  readonly points: readonly StoredPoint[];
}

export interface StoredPoint extends TrendPoint {
  readonly runs?: number;
  readonly reportId?: string;
}

/** A series: one profile key and sample type. */
export interface StoredSeries {
  readonly id: number;
  readonly key: string;
  readonly sampleType: string;
  readonly measure: 'per-operation' | 'absolute' | 'relative';
  readonly unit: string;
}
