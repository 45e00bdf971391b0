import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** As in app-config.yaml. */
export const PORTAL_URL = 'http://localhost:7007';

/** Why the portal cannot have its port, in a sentence with what to do; undefined where it can. */
export async function whoListens(port = Number(new URL(PORTAL_URL).port)) {
  const error = await new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
  if (error === undefined) return undefined;
  if (error.code !== 'EADDRINUSE') return `Port ${port} cannot be used: ${error.message}`;
  const program = await listenerOf(port);
  const who = program === undefined ? 'a program' : `the program ${program}`;
  if (await isPortal(`http://localhost:${port}`)) {
    return `Port ${port} is taken: a portal is running already, ${who}. Open http://localhost:${port}, or end it and run this again.`;
  }
  return `Port ${port} is taken by ${who}. End it, and run this again.`;
}

/** Whether Backstage answers there. */
async function isPortal(url) {
  const answer = await fetch(`${url}/.backstage/health/v1/readiness`, { signal: AbortSignal.timeout(2000) }).catch(
    () => undefined,
  );
  return answer?.headers.get('content-type')?.includes('json') ?? false;
}

/** `node (4711)`; undefined where the system does not tell. */
async function listenerOf(port) {
  const tell = {
    win32: [
      'powershell',
      ['-NoProfile', '-Command', `(Get-NetTCPConnection -State Listen -LocalPort ${port}).OwningProcess`],
      /(\d+)/,
    ],
    linux: ['ss', ['-Hltnp', `sport = :${port}`], /\("([^"]+)",pid=(\d+)/],
  };
  const [command, args, pattern] = tell[process.platform] ?? ['lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], /p(\d+)/];
  const { stdout } = await run(command, args, { timeout: 3000 }).catch(() => ({ stdout: '' }));
  const found = pattern.exec(stdout);
  if (found === null) return undefined;
  return found[2] === undefined ? `with the id ${found[1]}` : `${found[1]} (${found[2]})`;
}
