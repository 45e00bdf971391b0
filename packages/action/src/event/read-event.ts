import { ActionError } from '../action-error.ts';
import { fieldOf, numberOf, textOf } from './payload-fields.ts';
import type { Job } from './job.ts';

/** What the job runs for, as far as comparing and commenting go. */
export type ActionEvent =
  | PullRequestEvent
  /** A merge queue: `baseSha` is what the group is put on. */
  | { readonly kind: 'merge-group'; readonly baseSha: string; readonly branch: string }
  | BranchEvent;

/** A branch of the repository itself: push, schedule, by hand. */
export interface BranchEvent {
  readonly kind: 'branch';
  readonly branch: string;
  /** First line of the commit's message; `''` where the event does not say. */
  readonly title: string;
}

export interface PullRequestEvent {
  readonly kind: 'pull-request';
  readonly number: number;
  readonly title: string;
  readonly headSha: string;
  readonly baseSha: string;
  /** The branch that it is to be merged into. */
  readonly branch: string;
  /** `owner/name` of the fork that the head comes from, if it does. */
  readonly fork: string | undefined;
  /** Whether the token can be for reading only: forks and Dependabot. */
  readonly isRestricted: boolean;
}

/** Events whose workflow comes from the default branch while the code would come from a pull request. */
const REFUSED = ['pull_request_target', 'workflow_run'];

/** Events that measure the merge of a pull request, with a token for reading where it comes from a fork. */
const ON_PULL_REQUESTS = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];

/** Throws `ActionError` `event` where measuring would run a stranger's code beside a token that can write. */
export function readEvent({ eventName, payload, ref, actor }: Job): ActionEvent {
  if (REFUSED.includes(eventName)) {
    throw new ActionError(
      'event',
      `flamestep does not measure on ${eventName}: code of a pull request would run beside a token that can write. Measure on pull_request, and comment with flamestep/flamestep/packages/action/comment on workflow_run.`,
    );
  }
  const pull = fieldOf(payload, 'pull_request');
  if (ON_PULL_REQUESTS.includes(eventName) && pull !== undefined) return readPullRequest(pull, actor);
  const group = fieldOf(payload, 'merge_group');
  if (eventName === 'merge_group' && group !== undefined) {
    return { kind: 'merge-group', baseSha: textOf(group, 'base_sha'), branch: branchOf(textOf(group, 'base_ref')) };
  }
  const [title] = textOf(fieldOf(payload, 'head_commit') ?? {}, 'message').split('\n');
  return { kind: 'branch', branch: branchOf(ref), title };
}

function readPullRequest(pull: object, actor: string): PullRequestEvent {
  const [head, base] = [fieldOf(pull, 'head') ?? {}, fieldOf(pull, 'base') ?? {}];
  const [headRepository, baseRepository] = [fieldOf(head, 'repo') ?? {}, fieldOf(base, 'repo') ?? {}];
  // A fork that was deleted has no repository any more, and is not ours.
  const isFork = numberOf(headRepository, 'id') !== numberOf(baseRepository, 'id');
  return {
    kind: 'pull-request',
    number: numberOf(pull, 'number'),
    title: textOf(pull, 'title'),
    headSha: textOf(head, 'sha'),
    baseSha: textOf(base, 'sha'),
    branch: textOf(base, 'ref'),
    fork: isFork ? textOf(headRepository, 'full_name') || 'unknown/unknown' : undefined,
    isRestricted: isFork || actor === 'dependabot[bot]',
  };
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, '');
}
