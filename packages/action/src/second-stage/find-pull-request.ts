import type { Client } from '../github/client.ts';
import { fieldOf, numberOf, textOf } from '../event/payload-fields.ts';

/** The run that measured, as the event says. Not what its artifacts say: whoever wrote them could have named any pull request. */
export interface MeasuringRun {
  readonly id: number;
  readonly attempt: number;
  readonly url: string;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  /** Undefined where the fork has been deleted since. */
  readonly headRepository: HeadRepository | undefined;
}

export interface HeadRepository {
  readonly id: number;
  readonly owner: string;
  /** `owner/name`. */
  readonly name: string;
}

/** Reads the run out of the payload of a `workflow_run` event. */
export function readMeasuringRun(payload: unknown): MeasuringRun | undefined {
  const run = fieldOf(payload, 'workflow_run');
  if (run === undefined) return undefined;
  return {
    id: numberOf(run, 'id'),
    attempt: numberOf(run, 'run_attempt'),
    url: textOf(run, 'html_url'),
    event: textOf(run, 'event'),
    headSha: textOf(run, 'head_sha'),
    headBranch: textOf(run, 'head_branch'),
    headRepository: readHeadRepository(fieldOf(run, 'head_repository')),
  };
}

function readHeadRepository(repository: object | undefined): HeadRepository | undefined {
  if (repository === undefined) return undefined;
  return {
    id: numberOf(repository, 'id'),
    owner: textOf(fieldOf(repository, 'owner'), 'login'),
    name: textOf(repository, 'full_name'),
  };
}

/** A pull request that a run measured. */
export type FoundPullRequest =
  | { readonly kind: 'found'; readonly number: number; readonly title: string }
  /** Its head moved on. */
  | { readonly kind: 'superseded'; readonly number: number }
  | { readonly kind: 'none' };

/** Finds the open pull request whose head is what the run measured, in the repository that it came from. */
export async function findPullRequest(
  client: Client,
  repository: { readonly owner: string; readonly repo: string },
  { headSha, headBranch, headRepository }: MeasuringRun,
): Promise<FoundPullRequest> {
  if (headRepository === undefined) return { kind: 'none' };
  const { data } = await client.rest.pulls.list({
    ...repository,
    head: `${headRepository.owner}:${headBranch}`,
    state: 'open',
    per_page: 100,
  });
  const ofBranch = data.filter(({ head }) => head.repo?.id === headRepository.id && head.ref === headBranch);
  const pull = ofBranch.find(({ head }) => head.sha === headSha);
  if (pull !== undefined) return { kind: 'found', number: pull.number, title: pull.title };
  const [moved] = ofBranch;
  return moved === undefined ? { kind: 'none' } : { kind: 'superseded', number: moved.number };
}
