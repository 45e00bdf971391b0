import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What opens a page, or undefined where there is nothing to show it on. */
export function browserCommand(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  isProgram: (name: string) => boolean,
): readonly [program: string, ...args: string[]] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  // A browser without a display would take over the terminal.
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return undefined;
  const program = ['xdg-open', 'wslview', 'sensible-browser'].find(isProgram);
  return program === undefined ? undefined : [program];
}

/** Starts the user's browser and leaves it running. False where there is none. */
export function openInBrowser(path: string): boolean {
  const command = browserCommand(process.platform, process.env, isOnPath);
  if (!command) return false;
  const [program, ...args] = command;
  const child = spawn(program, [...args, pathToFileURL(path).href], { detached: true, stdio: 'ignore' });
  child.on('error', () => {}); // the path of the page has been printed
  child.unref();
  return true;
}

function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
