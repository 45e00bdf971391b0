import { getInput, setOutput } from '@actions/core';
import { isActionError } from '../action-error.ts';
import { type Job, readJob } from '../event/job.ts';
import type { Wait } from '../github/request-policy.ts';
import { InputReader } from '../inputs/input-reader.ts';
import { type ActionLog, runnerLog } from './action-log.ts';

/** What an entry of the action has to work with. */
export interface Shell {
  readonly job: Job;
  readonly inputs: InputReader;
  readonly log: ActionLog;
  readonly wait: Wait;
}

/** Whether the step succeeds. */
export type StepResult = 'success' | 'failure';

/**
 * Runs an entry as a step of a job. A fault that the user can mend becomes one annotation, which says where and what to do; one of
 * flamestep's own says so. Both fail the step, with the output `status` saying `error`.
 */
export async function runEntry(work: (shell: Shell) => Promise<StepResult>): Promise<void> {
  try {
    const shell: Shell = {
      job: readJob(process.env, new Date()),
      // Without trimming, so that the lines of an input stay lines.
      inputs: new InputReader((name) => getInput(name, { trimWhitespace: false })),
      log: runnerLog,
      wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    };
    if ((await work(shell)) === 'failure') process.exitCode = 1;
  } catch (error) {
    process.exitCode = 1;
    setOutput('status', 'error');
    if (isActionError(error)) return runnerLog.error(error.message, error.place);
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    for (const line of said.split('\n')) runnerLog.info(line);
    runnerLog.error(
      `flamestep failed, and that is a fault of its own: ${said.split('\n', 1)[0]}. Please report it with the log of this step.`,
    );
  }
}
