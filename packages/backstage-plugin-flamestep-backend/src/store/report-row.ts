import type { ReportSummary, ReportVerdict } from '@flamestep/backstage-plugin-flamestep-common';

/** A row of `reports`. */
export interface ReportRow {
  readonly id: string;
  readonly entity_ref: string;
  readonly repository: string;
  readonly commit_hash: string;
  readonly report_key: string;
  readonly name: string;
  readonly is_main: boolean | number;
  readonly branch: string | null;
  readonly pull_request: number | null;
  readonly pull_title: string | null;
  readonly fork: string | null;
  readonly recorded_at: string;
  readonly received_at: string;
  readonly state: ReportSummary['state'];
  readonly verdict: string | null;
}

export const REPORT_COLUMNS = [
  'id',
  'entity_ref',
  'repository',
  'commit_hash',
  'report_key',
  'name',
  'is_main',
  'branch',
  'pull_request',
  'pull_title',
  'fork',
  'recorded_at',
  'received_at',
  'state',
  'verdict',
] as const;

/** A merged pull request leaves its number at the end of the title, or at its beginning. */
const MERGED = /\(#(\d{1,9})\)\s*$|^Merge pull request #(\d{1,9})\b/;

/** A row as it goes over the wire; links are made here, never taken from the report. */
export function toReportSummary(row: ReportRow, repositoryUrl: string): ReportSummary {
  const commit = /^[\da-f]{7,64}$/.test(row.commit_hash) ? row.commit_hash : undefined;
  const site = `${repositoryUrl}/${row.repository}`;
  const merged = MERGED.exec(row.pull_title ?? '');
  const pull = row.pull_request ?? (merged && Number(merged[1] ?? merged[2]));
  const title = row.pull_title?.replace(/\s*\(#\d{1,9}\)\s*$/, '');
  return {
    id: row.id,
    entityRef: row.entity_ref,
    repository: row.repository,
    name: row.name,
    key: row.report_key,
    isMain: Boolean(row.is_main),
    ...(row.branch !== null && { branch: row.branch }),
    ...(commit !== undefined && { commit, commitUrl: `${site}/commit/${commit}` }),
    ...(pull !== null && { pullRequest: { number: pull, ...(title && { title }), url: `${site}/pull/${pull}` } }),
    ...(row.fork !== null && { fork: row.fork }),
    recordedAt: row.recorded_at,
    receivedAt: row.received_at,
    state: row.state,
    // Only this package writes it.
    ...(row.verdict !== null && { verdict: JSON.parse(row.verdict) as ReportVerdict }),
  };
}
