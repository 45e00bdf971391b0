import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { npmCommand } from '../npm-command.mjs';

const run = promisify(execFile);

/** Runs a command and resolves to its standard output. Rejects with everything that it printed if it fails. */
export async function capture(command, args, options) {
  try {
    const { stdout } = await run(command, args, { ...options, maxBuffer: 1 << 28 });
    return stdout;
  } catch (error) {
    // The message ends with what it printed to standard error.
    throw new Error(`${error.message}\n${error.stdout ?? ''}`.trim());
  }
}

/** Like {@link capture}, of npm. */
export function captureNpm(args, options) {
  const [command, npmArgs, npmOptions] = npmCommand(args);
  return capture(command, npmArgs, { ...npmOptions, ...options });
}
