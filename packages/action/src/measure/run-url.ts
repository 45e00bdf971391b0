import type { Job } from '../event/job.ts';

/** The page of this run, where its summary stands. */
export function runUrl({ serverUrl, repository: { owner, repo }, run }: Job): string {
  return `${serverUrl}/${owner}/${repo}/actions/runs/${run.id}/attempts/${run.attempt}`;
}
