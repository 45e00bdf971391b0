import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError } from '../action-error.ts';
import type { Job } from '../event/job.ts';
import type { ActionEvent } from '../event/read-event.ts';
import type { Client } from '../github/client.ts';
import { describeFailure } from '../github/describe-failure.ts';
import { statusOf } from '../github/status-of.ts';
import type { MeasureInputs } from '../inputs/measure-inputs.ts';
import type { Config } from './config.ts';
import { checkLength, parseConfig } from './parse-config.ts';

/** Where a configuration is looked for. */
export interface ConfigQuery {
  readonly inputs: Pick<MeasureInputs, 'configPath' | 'isConfigGiven' | 'failOn'>;
  readonly event: ActionEvent;
  readonly job: Pick<Job, 'repository' | 'workspace' | 'now'>;
  /** Undefined without a token. */
  readonly client: Client | undefined;
}

/** A configuration, and what came of looking for it. */
export interface LoadedConfig {
  /** Undefined where there is no file: then defaults hold. */
  readonly config: Config | undefined;
  /** The branch that it was read from; undefined where it is the workspace's. */
  readonly branch: string | undefined;
  /** Whether a verdict may fail the job, as far as the configuration goes. */
  readonly mayGate: boolean;
  readonly warning: string | undefined;
}

/**
 * Reads the configuration. Where a pull request, or a merge group, may fail for a regression, that is the base branch's, as it is now: a
 * pull request does not judge itself. Otherwise it is the workspace's. While GitHub is out of order the workspace's is shown by, and no
 * verdict fails the job; a warning says so. Throws `ActionError` `config` for a file with a fault, for one that the input `config`
 * names and that is nowhere, and where the token may not read the base branch.
 */
export async function loadConfig(query: ConfigQuery): Promise<LoadedConfig> {
  const { inputs, event } = query;
  if (inputs.failOn === 'none' || event.kind === 'branch') {
    const config = await fromWorkspace(query);
    if (config === undefined && inputs.isConfigGiven) throw missing(inputs.configPath);
    return { config, branch: undefined, mayGate: true, warning: undefined };
  }
  return fromBase(query, event.branch);
}

async function fromBase(query: ConfigQuery, branch: string): Promise<LoadedConfig> {
  const { inputs, job, client } = query;
  const path = inputs.configPath;
  if (client === undefined) throw notAllowed(path, branch, 'there is no token; leave github-token as it is');
  const { owner, repo } = job.repository;
  try {
    const { data } = await client.rest.repos.getContent({ owner, repo, path, ref: `heads/${branch}` });
    return { config: parseConfig(textOf(data, path, branch), path, job.now), branch, mayGate: true, warning: undefined };
  } catch (error) {
    const status = statusOf(error);
    if (status === 404) return notOnBase(query, branch);
    if (error instanceof ActionError) throw error;
    const why = describeFailure(error, 'contents: read');
    if (isRefusal(error)) throw notAllowed(path, branch, why);
    return {
      config: await fromWorkspace(query),
      branch: undefined,
      mayGate: false,
      warning: `${path} of ${branch} could not be read: ${why}. So no regression fails this job; run it again to have it judged.`,
    };
  }
}

/** A first pull request brings the file along; it counts when it is merged. */
async function notOnBase({ inputs, job }: ConfigQuery, branch: string): Promise<LoadedConfig> {
  const path = inputs.configPath;
  const isHere = (await sizeOf(join(job.workspace, path))) !== undefined;
  if (!isHere && inputs.isConfigGiven) throw missing(path);
  const warning = isHere
    ? `${path} is not on ${branch} yet, so this job is judged by the defaults; it counts there from the merge on.`
    : undefined;
  return { config: undefined, branch, mayGate: true, warning };
}

async function fromWorkspace({ inputs, job }: ConfigQuery): Promise<Config | undefined> {
  const path = inputs.configPath;
  const size = await sizeOf(join(job.workspace, path));
  if (size === undefined) return undefined;
  checkLength(size, path);
  return parseConfig(await readFile(join(job.workspace, path), 'utf8'), path, job.now);
}

/** Bytes of a file; undefined where there is none. */
async function sizeOf(path: string): Promise<number | undefined> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() ? stats.size : undefined;
}

function textOf(data: unknown, path: string, branch: string): string {
  const { type, size, content } = (Array.isArray(data) ? {} : data) as Readonly<Record<string, unknown>>;
  if (type !== 'file') throw new ActionError('config', `${path} of ${branch} is no file. Name the file with the input 'config'.`);
  // Of a file above 1 MiB there is no content.
  checkLength(Number(size), path);
  return Buffer.from(String(content), 'base64').toString('utf8');
}

/** Told apart from an outage: it will not pass by itself. */
function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  return status === 401 || (status === 403 && !(error instanceof Error && /rate limit/i.test(error.message)));
}

function notAllowed(path: string, branch: string, why: string): ActionError {
  return new ActionError(
    'config',
    `${path} of ${branch} decides whether a regression fails this job, and cannot be read: ${why}.`,
  );
}

function missing(path: string): ActionError {
  return new ActionError(
    'config',
    `There is no ${path}. Check the input 'config'; it takes a path from the root of the repository.`,
  );
}
