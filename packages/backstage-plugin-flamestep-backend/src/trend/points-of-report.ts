import { createHash } from 'node:crypto';
import { seriesOfReports, type Report, type TrendSeries } from '@flamestep/report';

/** One result of one series, as it is stored. */
export interface ReportPoint {
  readonly key: string;
  readonly sampleType: string;
  readonly measure: TrendSeries['measure'];
  readonly unit: string;
  /** Undefined where the cost of everything cannot be known. */
  readonly value: number | undefined;
  readonly runs: number;
  readonly functions: readonly { readonly hash: string; readonly name: string; readonly file: string; readonly value: number }[];
}

/** A report may say any number. */
const MOST_RUNS = 1e6;
/** Costliest functions whose history is kept, beside those that a report finds. */
const MOST_FUNCTIONS = 30;

/** The points of a report of main: of each sample type the whole, and its costliest and its changed functions. */
export function pointsOfReport(report: Report): ReportPoint[] {
  const groups = new Map<string, TrendSeries[]>();
  for (const series of seriesOfReports([report])) {
    const id = JSON.stringify([series.sampleType, series.measure]);
    groups.set(id, [...(groups.get(id) ?? []), series]);
  }
  return [...groups.values()].map((series) => {
    const [{ key, sampleType, measure }] = series;
    const profile = report.profiles.find((one) => one.sampleType.type === sampleType && one.normalization.kind === measure);
    const found = new Set(profile?.findings.map(({ name, file }) => hashOf(name, file)));
    const functions = series
      .flatMap(({ function: place, points }) =>
        place === undefined ? [] : [{ hash: hashOf(place.name, place.file), ...place, value: rounded(points[0].value) }],
      )
      .filter(({ hash }, index) => index < MOST_FUNCTIONS || found.has(hash));
    const whole = series.find((one) => one.function === undefined);
    return {
      key,
      sampleType,
      measure,
      unit: measure === 'relative' ? 'share' : (whole?.unit ?? series[0].unit),
      value: whole && rounded(whole.points[0].value),
      runs: Math.min(MOST_RUNS, Math.round(profile?.runs.head ?? 0)),
      functions,
    };
  });
}

function hashOf(name: string, file: string): string {
  return createHash('sha256')
    .update(JSON.stringify([name, file]))
    .digest('base64url')
    .slice(0, 12);
}

/** Past six digits there is only noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
