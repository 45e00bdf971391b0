import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withProgress } from '../run-step.mjs';
import { inRoot, lockedNode } from '../set-up.mjs';
import { PORTAL_URL } from './portal-url.mjs';

const MOST_SECONDS = 120;
/** How long it may take to end. */
const PATIENCE_MS = 5000;

/**
 * Starts the portal and waits until it answers: with what is in the folder, at the address, without what is denied (names of
 * permissions). Resolves to `{ ended, stop, isStopping }`, `ended` with its exit code; to undefined, after saying
 * why, where it does not come up. What it writes goes to `portal.log` in its folder.
 */
export async function startPortal(folder, { url = PORTAL_URL, denied = [] } = {}) {
  const { cwd, env } = inRoot();
  const log = join(folder.path, 'portal.log');
  // Later starts find its many modules compiled.
  const own = {
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: join(folder.path, 'compiled'),
    FLAMESTEP_FOLDER: folder.path,
    FLAMESTEP_TOKEN: folder.token,
    FLAMESTEP_URL: url,
    FLAMESTEP_PORT: new URL(url).port,
    APP_CONFIG_examplePortal_denied: JSON.stringify(denied),
  };
  const child = spawn(
    lockedNode(),
    ['--require', '@backstage/cli-node/config/nodeTransform.cjs', 'packages/backend/src/index.ts', '--config', 'app-config.yaml'],
    { cwd, env: { ...env, ...own }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 0));
  });
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    child.kill('SIGTERM');
    // A page that is open keeps its connection, and with it the portal. What was acknowledged is on disk.
    const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await ended;
    clearTimeout(patience);
  };
  // It ends in its own time; this waits for it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  const isUp = await withProgress('Starting the portal', () => waitUntilReady(url, ended));
  if (isUp) return { ended, stop, isStopping: () => isStopping };
  if (!isStopping) {
    process.stderr.write(
      `${reasonIn(log)}The portal did not come up; ${log} says more. \`npm start -- --fresh\` begins with an empty folder.\n`,
    );
  }
  await stop();
  return undefined;
}

/** The first lines of what went wrong, each on a line; the rest of the log is JSON. */
function reasonIn(log) {
  const lines = readFileSync(log, 'utf8').split('\n');
  const [reason = ''] = lines.slice(lines.findIndex((line) => line.startsWith('Backend startup failed')) + 1);
  return /startup failed/.test(reason) ? `${reason.trim().slice(0, 600)}\n` : '';
}

async function waitUntilReady(url, ended) {
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  for (let attempt = 0; attempt < MOST_SECONDS * 4 && !isOver; attempt += 1) {
    const isReady = await fetch(`${url}/.backstage/health/v1/readiness`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return true;
    await pause(250);
  }
  return false;
}
