import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

export interface RunningProgram {
  /** Ends it and waits until it has. */
  stop(): Promise<void>;
}

/** Starts a server and waits until `ready` answers well. Its output is dropped. */
export async function startProgram(program: string, options: readonly string[], ready: string): Promise<RunningProgram> {
  const child = spawn(program, options, { stdio: 'ignore' });
  const isReady = () =>
    fetch(ready).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    await pause(50);
  }
  return {
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}
