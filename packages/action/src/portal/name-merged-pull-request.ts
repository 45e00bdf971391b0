import type { ActionEvent } from '../event/read-event.ts';
import type { Client } from '../github/client.ts';
import { describeFailure } from '../github/describe-failure.ts';
import type { Shell } from '../shell/run-entry.ts';

/**
 * On a branch, the event with the title of the pull request that brought its commit, and the number as a squashed one has it: `… (#12)`.
 * A portal names it beside a change of the trend. Takes the permission `pull-requests: read`; without it, and for a commit of no pull
 * request, the commit's own title stays.
 */
export async function nameMergedPullRequest(
  event: ActionEvent,
  client: Client | undefined,
  { job, log }: Pick<Shell, 'job' | 'log'>,
): Promise<ActionEvent> {
  if (event.kind !== 'branch' || client === undefined) return event;
  try {
    const commit = { ...job.repository, commit_sha: job.sha };
    const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit(commit);
    const merged = data.find(({ merged_at, base }) => merged_at !== null && base.ref === event.branch);
    return merged === undefined ? event : { ...event, title: `${merged.title} (#${merged.number})` };
  } catch (error) {
    log.info(`Which pull request brought this commit is not known: ${describeFailure(error, 'pull-requests: read')}.`);
    return event;
  }
}
