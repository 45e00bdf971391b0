import type { Job } from '../event/job.ts';
import type { ActionEvent } from '../event/read-event.ts';
import type { Client } from '../github/client.ts';

/** The commit that a measurement is to be compared with, because it lacks the change and nothing else. */
export interface ChosenBase {
  readonly sha: string;
  /** How many commits it is before what was measured: 1 for its parent, 0 where it is the merge base of a head measured by itself. */
  readonly distance: number;
}

/** What the choice depends on. */
export interface BaseQuery {
  readonly client: Client;
  readonly job: Job;
  readonly event: ActionEvent;
}

/**
 * Chooses the base: of the merge that a pull request's job checks out, its first parent, which the payload's base may be older than; of a
 * head measured by itself, its merge base; of a merge group, what it is put on; of a branch, the commit before. Undefined for a first
 * commit. Throws what the client throws.
 */
export async function chooseBase({ client, job, event }: BaseQuery): Promise<ChosenBase | undefined> {
  const { sha, checkedOut = sha } = job;
  const { owner, repo } = job.repository;
  if (event.kind === 'merge-group') return { sha: event.baseSha, distance: 1 };
  if (event.kind === 'pull-request' && checkedOut !== sha) {
    const { data } = await client.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${event.baseSha}...${checkedOut}`,
      per_page: 1,
    });
    return { sha: data.merge_base_commit.sha, distance: 0 };
  }
  const { data } = await client.rest.repos.getCommit({ owner, repo, ref: sha });
  const [parent] = data.parents;
  return parent === undefined ? undefined : { sha: parent.sha, distance: 1 };
}
