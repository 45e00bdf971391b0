import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** Ends a process and all that it started, by its group; on Windows by its tree. Does nothing where nothing is left. */
export function endProcesses({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => {});
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody left in the group.
  }
}
