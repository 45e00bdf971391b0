import { setSecret } from '@actions/core';
import type { ChangedLines } from '@flamestep/diff';
import { renderTerminal } from '@flamestep/report';
import { readChangedLines } from '../changes/read-changed-lines.ts';
import { judgeBy } from '../config/judge-by.ts';
import { loadConfig } from '../config/load-config.ts';
import { type ActionEvent, readEvent } from '../event/read-event.ts';
import { type Client, createClient } from '../github/client.ts';
import { describeFailure } from '../github/describe-failure.ts';
import { readMeasureInputs } from '../inputs/measure-inputs.ts';
import { nameMergedPullRequest } from '../portal/name-merged-pull-request.ts';
import { describeMachine } from '../runs/describe-machine.ts';
import type { Shell, StepResult } from '../shell/run-entry.ts';
import { announce } from './announce.ts';
import { configLink } from './config-link.ts';
import { findSides } from './find-sides.ts';
import { gate } from './gate.ts';
import { makeReport } from './make-report.ts';

/**
 * Measures the head, compares it with its base, and says what came of it wherever that is looked for. Throws `ActionError` for what the
 * user can mend; then nothing is posted.
 */
export async function measure(shell: Shell): Promise<StepResult> {
  const { job, log } = shell;
  const inputs = readMeasureInputs(shell.inputs, job.workflow);
  for (const secret of [inputs.token, inputs.portal?.token]) if (secret !== undefined) setSecret(secret);
  const client = inputs.token === undefined ? undefined : createClient(inputs.token, shell.wait);
  const seen = readEvent(job);
  const event = inputs.portal === undefined ? seen : await nameMergedPullRequest(seen, client, shell);
  const loaded = await loadConfig({ inputs, event, job, client });
  if (loaded.warning !== undefined) log.warning(loaded.warning);
  const { config, mayGate } = loaded;

  const machine = describeMachine(job.env);
  const { head, base } = await findSides({ shell, inputs, event, client, machine });
  const report = makeReport({
    job,
    event,
    inputs,
    machine,
    head,
    base,
    changedLines: await changedLinesOf(event, client, shell),
    judging: judgeBy(config, inputs.threshold),
    acknowledge: config?.acknowledge,
    notesOn: config?.notesOn,
  });
  for (const line of renderTerminal(report).split('\n')) log.info(line);

  const link =
    config === undefined
      ? undefined
      : configLink(job, event, { path: config.path, line: config.thresholdsLine, branch: loaded.branch });
  const unkept = base.kind === 'missing' ? base.unkept : undefined;
  await announce({ shell, inputs, event, client, machine, head, report, unkept, configLink: link });
  const failure = mayGate ? gate(report, inputs.failOn) : undefined;
  if (failure === undefined) return 'success';
  log.error(failure);
  return 'failure';
}

/** That they are not known takes nothing from a verdict, but the words on what the pull request touches. */
async function changedLinesOf(
  event: ActionEvent,
  client: Client | undefined,
  { job, log }: Shell,
): Promise<ChangedLines[] | undefined> {
  if (event.kind !== 'pull-request' || client === undefined) return undefined;
  try {
    return await readChangedLines(client, job.repository, event.number);
  } catch (error) {
    log.info(`What the pull request changes is not known: ${describeFailure(error, 'pull-requests: read')}.`);
    return undefined;
  }
}
