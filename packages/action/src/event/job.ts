import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The job that runs the action, as the runner describes it. */
export interface Job {
  readonly eventName: string;
  /** What GitHub says of the event. Trusted: it does not come from the pull request's files. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly repositoryId: number;
  /** The commit that was checked out unless the workflow chose another: for pull requests the merge of both sides. */
  readonly sha: string;
  readonly ref: string;
  readonly workflow: string;
  /** Path of the workflow's file in the repository. */
  readonly workflowPath: string;
  readonly actor: string;
  readonly run: { readonly id: number; readonly attempt: number };
  /** `https://github.com`. */
  readonly serverUrl: string;
  readonly workspace: string;
  /** A folder of this job for files. */
  readonly folder: string;
  /** What `.git/HEAD` of the workspace holds: a commit where one was checked out. */
  readonly checkedOut: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
}

/** Reads what the runner says in variables and files. */
export function readJob(env: Readonly<Record<string, string | undefined>>, now: Date): Job {
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const workspace = env['GITHUB_WORKSPACE'] ?? '.';
  return {
    eventName: env['GITHUB_EVENT_NAME'] ?? '',
    payload: readPayload(env['GITHUB_EVENT_PATH']),
    repository: { owner, repo },
    repositoryId: Number(env['GITHUB_REPOSITORY_ID'] ?? 0),
    sha: env['GITHUB_SHA'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    workflow: env['GITHUB_WORKFLOW'] || 'profiles',
    workflowPath: (env['GITHUB_WORKFLOW_REF'] ?? '').replace(/@.*$/, '').split('/').slice(2).join('/'),
    actor: env['GITHUB_ACTOR'] ?? '',
    run: { id: Number(env['GITHUB_RUN_ID'] ?? 0), attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1) },
    serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    workspace,
    folder: join(env['RUNNER_TEMP'] ?? workspace, 'flamestep'),
    checkedOut: readHead(workspace),
    env,
    now,
  };
}

function readPayload(path: string | undefined): Readonly<Record<string, unknown>> {
  if (path === undefined) return {};
  const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {};
}

function readHead(workspace: string): string | undefined {
  try {
    return /^[\da-f]{40,64}$/.exec(readFileSync(join(workspace, '.git/HEAD'), 'utf8').trim())?.[0];
  } catch {
    return undefined; // not checked out, or a worktree
  }
}
