import type { NextBlocker, ServiceSummary, TrendSummary } from '@flamestep/backstage-plugin-flamestep-common';
import type { Localized, ServiceKind, ServiceLifecycle, Tier } from '@flamestep/maturity';

/** A row of `services`. SQLite has 0 and 1 for false and true. */
export interface ServiceRow {
  readonly entity_ref: string;
  readonly title: string | null;
  readonly entity_type: string | null;
  readonly annotated: boolean | number;
  readonly service_name: string | null;
  readonly manifest_url: string | null;
  readonly repository: string | null;
  readonly kind: ServiceKind;
  readonly tier: Tier;
  readonly lifecycle: ServiceLifecycle;
  readonly rated: boolean | number;
  readonly step: number | null;
  readonly score_low: number | null;
  readonly score_high: number | null;
  readonly rating: string | null;
  readonly assessed_at: string | null;
  readonly next_assess_at: string | null;
  readonly problem: string | null;
  readonly trend_state: string;
  readonly trend: string | null;
}

/** What a row shows of an assessment beside the step and the score: JSON in `rating`. */
export interface Rating {
  readonly stepName: Localized;
  readonly gate: number;
  readonly before: readonly NextBlocker[];
  readonly premature: number;
  readonly stale: number;
  readonly failing: boolean;
  readonly staleSince?: string;
}

export const SUMMARY_COLUMNS = [
  'services.entity_ref',
  'title',
  'entity_type',
  'annotated',
  'service_name',
  'manifest_url',
  'repository',
  'kind',
  'tier',
  'lifecycle',
  'rated',
  'step',
  'score_low',
  'score_high',
  'rating',
  'assessed_at',
  'next_assess_at',
  'problem',
  'trend_state',
  'trend',
] as const;

/** A row as it goes over the wire. */
export function toSummary(row: ServiceRow, owners: readonly string[]): ServiceSummary {
  // Only this package writes them.
  const rating = row.rating === null ? undefined : (JSON.parse(row.rating) as Rating);
  const trend = row.trend === null ? { state: 'no-data' as const } : (JSON.parse(row.trend) as TrendSummary);
  const rated = Boolean(row.rated);
  return {
    entityRef: row.entity_ref,
    ...(row.title !== null && { title: row.title }),
    owners,
    ...(row.entity_type !== null && { type: row.entity_type }),
    kind: row.kind,
    tier: row.tier,
    lifecycle: row.lifecycle,
    annotated: Boolean(row.annotated),
    rated,
    ...(rated && row.step !== null && { step: row.step }),
    ...(rated && rating && { stepName: rating.stepName, gate: rating.gate }),
    ...(rated && row.score_low !== null && row.score_high !== null && { score: { low: row.score_low, high: row.score_high } }),
    before: rated ? (rating?.before ?? []) : [],
    premature: rating?.premature ?? 0,
    stale: rating?.stale ?? 0,
    failing: rating?.failing ?? false,
    ...(row.assessed_at !== null && { assessedAt: row.assessed_at }),
    ...(rating?.staleSince !== undefined && { staleSince: rating.staleSince }),
    trend,
  };
}
