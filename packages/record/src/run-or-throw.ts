import { existsSync } from 'node:fs';
import { runProcess } from './process/run-process.ts';
import type { Ended, ProcessOptions } from './process/run-process.ts';
import { RecordError } from './record-error.ts';

/** Runs a command that has to end well. `what` names it in messages. Throws `RecordError` `command-failed`, `disk-full` or `aborted`. */
export async function runOrThrow(command: readonly string[], what: string, options: ProcessOptions): Promise<Ended> {
  if (!existsSync(options.folder)) {
    throw new RecordError(
      'command-failed',
      `${what} failed: that tree has no folder ${options.folder}; start from one that both have`,
    );
  }
  const ended = await runProcess(command, options);
  if (options.signal?.aborted) throw new RecordError('aborted', 'stopped');
  if (ended.code === 0) return ended;
  throw failure(command, what, ended);
}

function failure([program]: readonly string[], what: string, { code, signal, startError, lastLines }: Ended): RecordError {
  if (startError) {
    const hint =
      startError.code === 'ENOENT' ? 'is not there; commands are run without a shell' : `cannot be started (${startError.code})`;
    const windows = process.platform === 'win32' ? ', and scripts need their interpreter in front, as in cmd /c build.cmd' : '';
    return new RecordError('command-failed', `${what} failed: ${program} ${hint}${windows}`, { cause: startError });
  }
  if (lastLines.some((line) => /no space left on device/i.test(line))) {
    return new RecordError('disk-full', `${what} failed: the disk is full`, { output: lastLines });
  }
  const how = code === undefined ? `was ended by ${signal}` : `failed with exit code ${code}`;
  return new RecordError('command-failed', `${what} ${how}`, { output: lastLines });
}
