import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withProgress } from '../run-step.mjs';
import { inRoot, lockedNode } from '../set-up.mjs';
import { PORTAL_URL } from './portal-url.mjs';

const MOST_SECONDS = 120;

/**
 * Starts the portal and waits until it answers. Resolves to `{ ended, stop }`, `ended` with its exit code; to undefined, after saying
 * why, where it does not come up. What it writes goes to `portal.log` in its folder.
 */
export async function startPortal(folder) {
  const { cwd, env } = inRoot();
  const log = join(folder.path, 'portal.log');
  // Later starts find its many modules compiled.
  const own = { NODE_ENV: 'production', NODE_COMPILE_CACHE: join(folder.path, 'compiled'), FLAMESTEP_TOKEN: folder.token };
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
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  // It ends in its own time, so that nothing is lost; this waits for it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  const isUp = await withProgress('Starting the portal', () => waitUntilReady(ended));
  if (isUp) return { ended, stop };
  process.stderr.write(`The portal did not come up; ${log} says why.\n`);
  await stop();
  return undefined;
}

async function waitUntilReady(ended) {
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  for (let attempt = 0; attempt < MOST_SECONDS * 4 && !isOver; attempt += 1) {
    const isReady = await fetch(`${PORTAL_URL}/.backstage/health/v1/readiness`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return true;
    await pause(250);
  }
  return false;
}
