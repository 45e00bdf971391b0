import { RecordError } from '../record-error.ts';
import { runProcess } from '../process/run-process.ts';
import type { Ended, ProcessOptions } from '../process/run-process.ts';

/** Runs git, whatever it says. Throws `RecordError` `no-repository` where there is no git, and `aborted`. */
export async function tryGit(args: readonly string[], options: ProcessOptions): Promise<Ended> {
  const ended = await runProcess(['git', ...args], options);
  if (options.signal?.aborted) throw new RecordError('aborted', 'stopped');
  if (ended.startError) {
    throw new RecordError('no-repository', `git cannot be started in ${options.folder}; check that both exist`, {
      cause: ended.startError,
    });
  }
  return ended;
}

/** Runs git and returns what it printed, without the last line end. Throws `RecordError` `git-failed` with git's words. */
export async function runGit(args: readonly string[], options: ProcessOptions): Promise<string> {
  const ended = await tryGit(args, options);
  if (ended.code === 0) return ended.output.replace(/\r?\n$/, '');
  const words = ended.lastLines.join(' ');
  if (/no space left on device/i.test(words)) throw new RecordError('disk-full', 'the disk is full', { output: ended.lastLines });
  const command = args.find((word, i) => !word.startsWith('-') && args[i - 1] !== '-c') ?? '';
  throw new RecordError('git-failed', `git ${command} failed: ${words}`, { output: ended.lastLines });
}
