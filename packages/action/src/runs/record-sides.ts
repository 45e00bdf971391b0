import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeRecording, isRecordError, readOperations, recordRuns } from '@flamestep/record';
import type { RecordedSide, RecordError, Recording, Side } from '@flamestep/record';
import { ActionError } from '../action-error.ts';
import type { Job } from '../event/job.ts';
import type { RunSource } from '../inputs/measure-inputs.ts';
import { commandEnvironment } from './command-environment.ts';
import { decodeRun } from './decode-run.ts';
import type { MeasuredRun } from './measured-run.ts';

/** Runs of both sides; base run i and head run i followed each other. */
export interface RecordedSides {
  readonly base: readonly MeasuredRun[];
  readonly head: readonly MeasuredRun[];
}

/**
 * Records base and head in turn; `log` gets a line for each step, and the last lines of a command that failed, as it printed them. Throws `ActionError`
 * `recording` where the command or git fails, `profile` for what was recorded and cannot be read.
 */
export async function recordSides(
  source: Extract<RunSource, { kind: 'command' }>,
  baseSha: string,
  job: Job,
  log: (line: string) => void,
): Promise<RecordedSides> {
  const recording = await record(source, baseSha, job, log);
  return { base: await decodeSide('base', recording.base), head: await decodeSide('head', recording.head) };
}

async function record(
  { command, runs, setup }: Extract<RunSource, { kind: 'command' }>,
  baseSha: string,
  job: Job,
  log: (line: string) => void,
): Promise<Recording> {
  await mkdir(job.folder, { recursive: true });
  try {
    return await recordRuns({
      folder: job.workspace,
      baseRef: baseSha,
      command,
      runs,
      setup,
      // Several steps of a job share its folder.
      outputFolder: await mkdtemp(join(job.folder, 'runs-')),
      temporaryFolder: job.folder,
      environment: commandEnvironment(job.env),
      onProgress: (step) => log(describeRecording(step)),
      now: () => performance.now(),
    });
  } catch (error) {
    if (!isRecordError(error)) throw error;
    for (const line of error.output) log(`| ${line}`);
    throw new ActionError('recording', `Recording failed: ${error.message}.${adviceOn(error)}`, { cause: error });
  }
}

async function decodeSide(side: Side, { runs }: RecordedSide): Promise<readonly MeasuredRun[]> {
  const decoded: MeasuredRun[] = [];
  for (const [i, { profile }] of runs.entries()) {
    decoded.push(await decodeRun(`${side}/${i + 1}.pb.gz`, await readFile(profile), await readOperations(profile)));
  }
  return decoded;
}

function adviceOn({ code }: RecordError): string {
  if (code === 'unknown-ref') return ' Give actions/checkout fetch-depth: 0.';
  if (code === 'no-repository') return ' Check the repository out with actions/checkout before this step.';
  return '';
}
