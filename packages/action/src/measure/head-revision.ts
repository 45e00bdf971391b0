import type { Revision } from '@flamestep/report';
import type { Job } from '../event/job.ts';
import type { ActionEvent } from '../event/read-event.ts';

/** What was measured: the head of a pull request, or the commit of a branch. */
export function headRevision(job: Job, event: ActionEvent): Revision {
  if (event.kind !== 'pull-request') return { commit: job.sha, label: event.branch };
  const { headSha, number, title } = event;
  return { commit: headSha, pullRequest: number, ...(title === '' ? {} : { title }) };
}
