import type { Revision } from '@flamestep/report';
import type { Job } from '../event/job.ts';
import type { ActionEvent } from '../event/read-event.ts';

/** What was measured: the head of a pull request, or the commit of a branch. */
export function headRevision(job: Job, event: ActionEvent): Revision {
  const title = event.kind === 'merge-group' || event.title === '' ? {} : { title: event.title };
  if (event.kind !== 'pull-request') return { commit: job.sha, label: event.branch, ...title };
  return { commit: event.headSha, pullRequest: event.number, ...title };
}
