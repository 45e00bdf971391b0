import { type Machine, priorsOf } from '@flamestep/report';
import { isActionError } from '../action-error.ts';
import { artifactNames } from '../artifact/artifact-names.ts';
import { isArtifactError } from '../artifact/artifact-error.ts';
import { downloadArtifact, type StoredArtifact } from '../artifact/download-artifact.ts';
import type { Client } from '../github/client.ts';
import { statusOf } from '../github/status-of.ts';
import type { BaselineChoice } from '../inputs/measure-inputs.ts';
import type { MissingBase, StoredBase } from '../measure/compared-base.ts';
import { describeSamplingChange, type Sampling, samplingOf } from '../runs/sampling.ts';
import type { ActionLog } from '../shell/action-log.ts';
import { type BaseQuery, chooseBase } from './choose-base.ts';
import { describeMachineChange } from './describe-machine-change.ts';
import { listAncestors } from './list-ancestors.ts';
import { isBaselineFile, readStoredRuns, type StoredRuns } from './stored-runs.ts';

/** What a baseline is looked for by. */
export interface BaselineQuery extends BaseQuery {
  readonly choice: BaselineChoice;
  readonly name: string;
  readonly key: string;
  readonly machine: Machine;
  readonly sampling: Sampling;
  readonly log: ActionLog;
}

/** Events whose runs measure the branch itself. */
const EVENTS = ['push', 'schedule', 'workflow_dispatch', 'merge_group'];
/** Baselines that are looked into for one of the same machine: each takes two requests. */
const MOST_LOOKED_INTO = 3;

/**
 * Finds the profiles that the branch's own runs kept of the base, or of the nearest commit before it that has some. The nearest from a
 * machine like this one is taken; where there is none, the nearest. Throws what the client throws.
 */
export async function findBaseline(query: BaselineQuery): Promise<StoredBase | MissingBase> {
  const { client, job, event, choice, key, name } = query;
  const { repository } = job;
  const none = {
    kind: 'missing',
    reason: `${capital(event.branch)} has no profile of ${name} yet.`,
    unkept: event.branch,
  } as const;
  const base = choice.kind === 'commit' ? { sha: choice.sha, distance: 0 } : await chooseBase(query);
  if (base === undefined) return { kind: 'missing', reason: 'This is the first commit of the branch.' };
  const artifacts = await listBaselines(client, repository, { name: artifactNames(key, 1).baseline, branch: event.branch });
  if (artifacts.size === 0) return none;
  const ancestors =
    choice.kind === 'commit'
      ? [...artifacts.keys()].filter((sha) => sha.startsWith(choice.sha))
      : await listAncestors(client, repository, base.sha);
  const kept = ancestors.flatMap((commit, steps) =>
    (artifacts.get(commit) ?? []).map((artifact) => ({ commit, steps, artifact })),
  );
  if (kept.length === 0) {
    return {
      kind: 'missing',
      reason: `No run of ${event.branch} kept profiles of ${name} for ${base.sha.slice(0, 7)} or the commits before it.`,
      ...(choice.kind === 'auto' ? { unkept: event.branch } : {}),
    };
  }
  let nearest: StoredBase | undefined;
  for (const { commit, steps, artifact } of kept.slice(0, MOST_LOOKED_INTO)) {
    const stored = await lookInto(query, artifact);
    if (stored === undefined) continue;
    const found = toStoredBase(query, stored, { commit, steps, distance: base.distance + steps, artifact });
    if (found.incompatible === undefined) return found;
    nearest ??= found;
  }
  return nearest ?? none;
}

/** An artifact with a baseline, as GitHub lists it. */
interface BaselineArtifact extends StoredArtifact {
  readonly runId: number;
}

/** By commit, newest first. Artifacts of forks bear the same name, and are not of this repository. */
async function listBaselines(
  client: Client,
  repository: { readonly owner: string; readonly repo: string },
  { name, branch }: { readonly name: string; readonly branch: string },
): Promise<ReadonlyMap<string, readonly BaselineArtifact[]>> {
  const { data } = await client.rest.actions.listArtifactsForRepo({ ...repository, name, per_page: 100 });
  const byCommit = new Map<string, BaselineArtifact[]>();
  for (const { id, size_in_bytes, digest, expired, workflow_run: run } of data.artifacts) {
    if (expired || run?.head_sha === undefined || run.id === undefined) continue;
    if (!measures(run.head_branch ?? '', branch) || run.head_repository_id !== run.repository_id) continue;
    const artifact = { id, size_in_bytes, ...(digest === undefined ? {} : { digest }), runId: run.id };
    byCommit.set(run.head_sha, [...(byCommit.get(run.head_sha) ?? []), artifact]);
  }
  return byCommit;
}

/** A merge queue measures on a branch of its own what then becomes the branch. */
function measures(headBranch: string, branch: string): boolean {
  return headBranch === branch || headBranch.startsWith(`gh-readonly-queue/${branch}/`);
}

/** The runs in an artifact, if it comes from a run that measures the branch and went well. */
async function lookInto({ client, job, key, log }: BaselineQuery, artifact: BaselineArtifact): Promise<StoredRuns | undefined> {
  const { repository } = job;
  try {
    const { data: run } = await client.rest.actions.getWorkflowRun({ ...repository, run_id: artifact.runId });
    const isOurs = EVENTS.includes(run.event) && run.conclusion === 'success' && run.head_repository?.id === run.repository.id;
    if (!isOurs || run.path.replace(/@.*$/, '') !== job.workflowPath) return undefined;
    const stored = await readStoredRuns(await downloadArtifact(client, repository, artifact, isBaselineFile));
    return stored.report.subject.key === key ? stored : undefined;
  } catch (error) {
    // Runs and artifacts are deleted, and expire, between being listed and being asked for.
    const isGone = [404, 410].includes(statusOf(error) ?? 0);
    if (!isGone && !isArtifactError(error) && !isActionError(error)) throw error;
    const why = isGone ? 'it is gone' : (error as Error).message;
    log.warning(`The baseline of run ${artifact.runId} cannot be read, and is passed over: ${why.replace(/\.$/, '')}.`);
    return undefined;
  }
}

/** Where a baseline stands. */
interface Found {
  readonly commit: string;
  /** Commits between it and the base. */
  readonly steps: number;
  readonly distance: number;
  readonly artifact: BaselineArtifact;
}

function toStoredBase(
  { job, event, machine, sampling }: BaselineQuery,
  { report, runs }: StoredRuns,
  { commit, steps, distance, artifact }: Found,
): StoredBase {
  const { owner, repo } = job.repository;
  const { recordedAt } = report.provenance;
  const baseMachine = report.environment?.head ?? {};
  return {
    kind: 'stored',
    runs,
    revision: { commit, label: event.branch },
    baseline: {
      kind: 'stored',
      branch: event.branch,
      distance,
      run: { id: String(artifact.runId), url: `${job.serverUrl}/${owner}/${repo}/actions/runs/${artifact.runId}` },
      ...(recordedAt === undefined ? {} : { recordedAt }),
    },
    machine: baseMachine,
    priors: priorsOf(report),
    stale:
      // A branch is compared with its last commit that has data: several may have come with one push.
      steps === 0 || event.kind === 'branch'
        ? undefined
        : `it is ${steps} ${steps === 1 ? 'commit' : 'commits'} before the one to compare with, which has none.`,
    incompatible: describeMachineChange(baseMachine, machine) ?? describeSamplingChange(samplingOf(runs), sampling),
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
