import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a command and resolves to its standard output. Rejects with everything that it printed if it fails. */
export async function capture(command, args, cwd) {
  // npm is a script, which Windows starts through a shell only; the one that runs this says where it lives.
  const [file, first] =
    command === 'npm' && process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : [command, []];
  try {
    const { stdout } = await run(file, [...first, ...args], { cwd, maxBuffer: 1 << 28 });
    return stdout;
  } catch (error) {
    throw new Error(`${command} ${args[0]}: ${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`.trim());
  }
}
