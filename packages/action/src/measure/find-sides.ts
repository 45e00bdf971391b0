import { resolve } from 'node:path';
import type { Machine } from '@flamestep/report';
import { ActionError } from '../action-error.ts';
import { chooseBase } from '../baseline/choose-base.ts';
import { findBaseline } from '../baseline/find-baseline.ts';
import type { ActionEvent } from '../event/read-event.ts';
import type { Client } from '../github/client.ts';
import { describeFailure } from '../github/describe-failure.ts';
import type { MeasureInputs } from '../inputs/measure-inputs.ts';
import type { MeasuredRun } from '../runs/measured-run.ts';
import { readRuns } from '../runs/read-runs.ts';
import { recordSides } from '../runs/record-sides.ts';
import { samplingOf } from '../runs/sampling.ts';
import type { Shell } from '../shell/run-entry.ts';
import type { ComparedBase } from './compared-base.ts';

/** Both sides of a comparison. */
export interface Sides {
  readonly head: readonly MeasuredRun[];
  readonly base: ComparedBase;
}

/** What the sides are looked for with. */
export interface SidesQuery {
  readonly shell: Shell;
  readonly inputs: MeasureInputs;
  readonly event: ActionEvent;
  /** Undefined without a token. */
  readonly client: Client | undefined;
  readonly machine: Machine;
}

/**
 * Reads or records the runs of the head, and those of the base from the same places or from an earlier job. Throws `ActionError` for
 * what the user can mend. That GitHub is out of order is a missing base, not an error.
 */
export async function findSides(query: SidesQuery): Promise<Sides> {
  const { shell, inputs, event } = query;
  const { source, baseline } = inputs;
  if (source.kind === 'command') {
    const sha = await commitToRecord(query);
    const { base, head } = await recordSides(source, sha, shell.job, shell.log.info);
    return { head, base: { kind: 'measured', runs: base, revision: { commit: sha, label: event.branch }, isPaired: true } };
  }
  const head = await readRuns(source.head, 'head', shell.job.workspace);
  if (source.base.length === 0) return { head, base: await storedBase(query, head) };
  const runs = await readRuns(source.base, 'base', shell.job.workspace);
  refuseShared(head, runs, shell.job.workspace);
  // What the job checked out for its base is known where the workflow says so.
  const revision = { label: event.branch, ...(baseline.kind === 'commit' ? { commit: baseline.sha } : {}) };
  return { head, base: { kind: 'measured', runs, revision, isPaired: false } };
}

/** A file that is on both sides hides a change: it is no different from itself. */
function refuseShared(head: readonly MeasuredRun[], base: readonly MeasuredRun[], workspace: string): void {
  const ofBase = new Set(base.map(({ source }) => resolve(workspace, source)));
  const shared = head.find(({ source }) => ofBase.has(resolve(workspace, source)));
  if (shared === undefined) return;
  throw new ActionError(
    'input',
    `The inputs 'head' and 'base' both match ${shared.source}, which is no different from itself. Keep the profiles of each side in a folder of its own.`,
  );
}

async function commitToRecord({ shell, inputs, event, client }: SidesQuery): Promise<string> {
  if (inputs.baseline.kind === 'commit') return inputs.baseline.sha;
  if (client === undefined) {
    throw new ActionError(
      'input',
      "To find the commit to compare with takes a token: leave 'github-token' as it is, or give the commit as 'baseline'.",
    );
  }
  try {
    const base = await chooseBase({ client, job: shell.job, event });
    if (base !== undefined) return base.sha;
  } catch (error) {
    throw new ActionError(
      'recording',
      `The commit to compare with could not be found: ${describeFailure(error, 'contents: read')}. Run the job again, or give the commit as 'baseline'.`,
      { cause: error },
    );
  }
  throw new ActionError(
    'recording',
    "This is the first commit of the branch: there is none to compare with. Give one as 'baseline'.",
  );
}

async function storedBase(
  { shell, inputs, event, client, machine }: SidesQuery,
  head: readonly MeasuredRun[],
): Promise<ComparedBase> {
  if (inputs.baseline.kind === 'none')
    return { kind: 'missing', reason: "Only the head was measured, as 'baseline: none' asks." };
  if (client === undefined) return { kind: 'missing', reason: 'There is no token to look for a baseline with.' };
  try {
    return await findBaseline({
      client,
      job: shell.job,
      event,
      choice: inputs.baseline,
      name: inputs.name,
      key: inputs.key,
      machine,
      sampling: samplingOf(head),
      log: shell.log,
    });
  } catch (error) {
    const reason = `The baseline could not be looked for: ${describeFailure(error, 'actions: read')}.`;
    shell.log.warning(reason);
    return { kind: 'missing', reason };
  }
}
