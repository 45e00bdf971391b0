import type { Job } from '../event/job.ts';

/** The page of an artifact of this run: GitHub shows it to everybody who may see the repository. */
export function artifactUrl({ serverUrl, repository: { owner, repo }, run }: Job, artifactId: number): string {
  return `${serverUrl}/${owner}/${repo}/actions/runs/${run.id}/artifacts/${artifactId}`;
}
