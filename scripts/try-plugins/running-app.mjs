import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { stringify } from 'yaml';

const DEADLINE = 180_000;

/** Starts the backend of an app as its own `start` does; it serves the built pages too. Resolves when it is ready, to its address and what stops it. */
export async function startApp(folder, env) {
  const url = `http://localhost:${await freePort()}`;
  writeFileSync(join(folder, 'app-config.trial.yaml'), stringify(trialConfig(url)));
  const cli = join(folder, 'node_modules/.bin/backstage-cli');
  const configs = ['app-config.yaml', 'app-config.trial.yaml'].flatMap((file) => ['--config', join(folder, file)]);
  const backend = spawn(process.execPath, [cli, 'package', 'start', ...configs], {
    cwd: join(folder, 'packages/backend'),
    env: { ...process.env, ...env },
    // Its own group: the command starts others.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [backend.stdout, backend.stderr]) stream.on('data', (data) => (log += data));
  const stop = () => process.kill(-backend.pid, 'SIGKILL');
  const until = Date.now() + DEADLINE;
  while (!(await isReady(url))) {
    if (backend.exitCode !== null || log.includes('BackendStartupError') || Date.now() > until) {
      stop();
      throw new Error(`the backend is not ready:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return { url, stop };
}

function trialConfig(url) {
  const { port } = new URL(url);
  return {
    app: { baseUrl: url },
    backend: { baseUrl: url, listen: { port: Number(port), host: '127.0.0.1' }, csp: { 'upgrade-insecure-requests': false } },
    flamestep: {
      catalog: { schedule: { frequency: { seconds: 3 }, timeout: { minutes: 1 }, initialDelay: { seconds: 1 } } },
      assess: { schedule: { frequency: { seconds: 3 }, timeout: { minutes: 1 }, initialDelay: { seconds: 2 } } },
      // Those of the README do not exist.
      sources: [],
    },
  };
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/.backstage/health/v1/readiness`)).ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
