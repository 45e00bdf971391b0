import { describeRecording, isRecordError, quoteWords, splitWords } from '@flamestep/record';
import type { RecordError, Recording } from '@flamestep/record';
import { hasRegression } from '@flamestep/report';
import type { OptionValues } from '../arguments/option-table.ts';
import { CliError } from '../cli-error.ts';
import { compareRuns } from '../compare-runs.ts';
import type { Io } from '../io.ts';
import { createProgress } from '../progress.ts';
import { writeReport } from '../write-report.ts';
import type { RunCommand } from './command.ts';

/** As shells report a program that Ctrl-C ended. */
const INTERRUPTED = 130;
const CHECK_FAILED = 1;
const DEFAULT_RUNS = 10;
const MAX_RUNS = 1000;

export const runAb: RunCommand = async ({ operands, options }, io) => {
  const baseRef = options['base-ref'];
  if (baseRef === undefined) throw new CliError('usage', 'ab needs --base-ref, the branch, tag or commit to compare with');
  if (operands.length === 0) {
    throw new CliError('usage', `the command is missing; write it behind --: \`flamestep ab --base-ref=${baseRef} -- COMMAND\``);
  }
  const runs = runsOf(options);
  const setup = options.setup.map(setupWords);
  const outputFolder = options['output-dir'] ?? io.makeTemporaryFolder('ab');
  const recording = await record({ baseRef, command: operands, runs, setup, outputFolder }, io);
  if (recording === undefined) return INTERRUPTED;

  const progress = createProgress(io);
  const report = await compareRuns(
    {
      base: recording.base.runs.map(({ profile }) => profile),
      head: recording.head.runs.map(({ profile }) => profile),
      revisions: {
        base: { commit: recording.base.commit, label: baseRef },
        head: { commit: recording.head.commit, label: recording.head.isDirty ? 'working tree with changes' : 'working tree' },
      },
      paired: true,
      recording: { order: 'alternating' },
      reproduce: `flamestep ab ${quoteWords([`--base-ref=${baseRef}`, `--runs=${runs}`, ...options.setup.map((text) => `--setup=${text}`), '--', ...operands])}`,
    },
    { ...options, title: options.title ?? nameOf(operands) },
    io,
    progress,
  );
  progress.done();
  await writeReport(report, options, io);
  io.writeErr(`flamestep: the profiles are in ${outputFolder}\n`);
  return options['fail-on'] === 'regression' && hasRegression(report) ? CHECK_FAILED : undefined;
};

/** The command as a title: without what only says where the profile goes. */
function nameOf(command: readonly string[]): string {
  return command.filter((word) => !word.includes('{profile}')).join(' ');
}

function runsOf({ runs = DEFAULT_RUNS }: OptionValues): number {
  if (runs >= 1 && runs <= MAX_RUNS) return runs;
  throw new CliError('usage', `--runs must be between 1 and ${MAX_RUNS}, not ${runs}`);
}

function setupWords(text: string): string[] {
  const words = splitWords(text);
  if (words !== undefined && words.length > 0) return words;
  throw new CliError('usage', `--setup takes a command, not '${text}'${words === undefined ? ': a quote is not closed' : ''}`);
}

/** Records, shows what goes on, and says what went wrong. `undefined` where the user stopped it. */
async function record(
  what: Pick<Parameters<Io['recordRuns']>[0], 'baseRef' | 'command' | 'runs' | 'setup' | 'outputFolder'>,
  io: Io,
): Promise<Recording | undefined> {
  const progress = createProgress(io);
  const controller = new AbortController();
  const endInterrupts = io.onInterrupt(() => controller.abort());
  try {
    return await io.recordRuns({
      ...what,
      signal: controller.signal,
      // It is slow, so every step is worth a line.
      onProgress: (step) => progress.step(describeRecording(step), Number.POSITIVE_INFINITY),
    });
  } catch (error) {
    if (!isRecordError(error)) throw error;
    progress.done();
    if (error.code !== 'aborted') throw recordingFailed(error, io);
    io.writeErr('flamestep: stopped; the repository is as it was\n');
    return undefined;
  } finally {
    progress.done();
    endInterrupts();
  }
}

function recordingFailed(error: RecordError, io: Io): CliError {
  for (const line of error.output) io.writeErr(`  ${line}\n`);
  return new CliError('input', error.message, error);
}
