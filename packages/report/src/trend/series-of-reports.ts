import type { Normalization, TrendPoint } from '@flamestep/diff';
import type { ProfileReport, Report } from '../model/report.ts';

/** One cost over the reports of a main branch: input of `trend`. */
export interface TrendSeries {
  /** `Subject.key` of the reports. */
  readonly key: string;
  /** Name of the sample type. */
  readonly sampleType: string;
  /** What the values count: the unit of the sample type, or `share` of the whole. */
  readonly unit: string;
  readonly measure: Normalization['kind'];
  /** Absent for the cost of everything. */
  readonly function?: { readonly name: string; readonly file: string };
  /** Oldest first, one for each result. */
  readonly points: readonly TrendPoint[];
}

/**
 * The series in the reports of a main branch, whatever their order: for each key and sample type the whole, then each function,
 * the costliest first. A point is the head of a report; a head without a commit goes by its label. Reports without a comparison, a
 * name for the head or a time have no place in a series and are left out; of several reports of a commit and a time the last given
 * counts. Relative results tell nothing of the whole, and of functions only shares.
 */
export function seriesOfReports(reports: readonly Report[]): TrendSeries[] {
  const results = reports.flatMap((report) => resultsOf(report));
  results.sort((a, b) => compareText(a.time, b.time) || compareText(a.commit, b.commit));
  const collected = new Map<string, Collected>();
  for (const { key, profile, commit, time } of results) {
    const { sampleType, normalization, whole, functions, findings, indications, acknowledged = [] } = profile;
    const measure = normalization.kind;
    const add = (value: number, unit: string, place: TrendSeries['function']) => {
      const id = JSON.stringify([key, sampleType.type, measure, unit, place?.name, place?.file]);
      let series = collected.get(id);
      if (!series) {
        const about = { key, sampleType: sampleType.type, unit, measure };
        collected.set(id, (series = { about: place ? { ...about, function: place } : about, points: new Map() }));
      }
      series.points.set(`${time} ${commit}`, { commit, time, value });
    };
    if (measure !== 'relative') add(whole.head, sampleType.unit, undefined);
    const rows = new Map(
      [...functions, ...findings, ...indications, ...acknowledged].map((row) => [JSON.stringify([row.name, row.file]), row]),
    );
    for (const { name, file, head, share } of rows.values()) {
      if (measure === 'relative') add(share.head, 'share', { name, file });
      else add(head, sampleType.unit, { name, file });
    }
  }
  return [...collected.values()].map(({ about, points }) => ({ ...about, points: [...points.values()] })).sort(bySubjectAndCost);
}

interface Collected {
  readonly about: Omit<TrendSeries, 'points'>;
  readonly points: Map<string, TrendPoint>;
}

interface Result {
  readonly key: string;
  readonly profile: ProfileReport;
  readonly commit: string;
  readonly time: string;
}

function resultsOf({ state, subject, profiles, provenance }: Report): Result[] {
  const commit = subject.head.commit ?? subject.head.label;
  const time = provenance.recordedAt;
  if ((state.kind !== 'compared' && state.kind !== 'stale-baseline') || commit === undefined || time === undefined) return [];
  return profiles.map((profile) => ({ key: subject.key, profile, commit, time }));
}

function bySubjectAndCost(a: TrendSeries, b: TrendSeries): number {
  return (
    compareText(a.key, b.key) ||
    compareText(a.sampleType, b.sampleType) ||
    compareText(a.measure, b.measure) ||
    Number(a.function !== undefined) - Number(b.function !== undefined) ||
    greatest(b) - greatest(a) ||
    compareText(a.function?.name ?? '', b.function?.name ?? '') ||
    compareText(a.function?.file ?? '', b.function?.file ?? '')
  );
}

function greatest({ points }: TrendSeries): number {
  return points.reduce((most, { value }) => Math.max(most, value), 0);
}

/** By code units, the same in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
