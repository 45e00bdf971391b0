import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** Where Debian puts PostgreSQL 15. */
const BINARIES = '/usr/lib/postgresql/15/bin';

export interface StartedPostgres {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/**
 * Starts a cluster of its own in a temporary folder; undefined where PostgreSQL 15 is not installed. Tests do not wait for the disk, as
 * they lose no power; `isDurable` does.
 */
export async function startPostgres(isDurable = false): Promise<StartedPostgres | undefined> {
  if (!existsSync(join(BINARIES, 'initdb'))) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'flamestep-postgres-'));
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? idOf('postgres') : undefined;
  if (user !== undefined) chownSync(folder, user, user);
  const as = user === undefined ? {} : { uid: user, gid: user };
  const data = join(folder, 'data');
  execFileSync(join(BINARIES, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...as,
    cwd: folder,
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = [
    `fsync=${isDurable ? 'on' : 'off'}`,
    'max_connections=200',
    `unix_socket_directories=${folder}`,
    'listen_addresses=127.0.0.1',
  ];
  const server = spawn(join(BINARIES, 'postgres'), ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])], {
    ...as,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL ended at once: ${said}`)));
  });
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function idOf(user: string): number {
  return Number(execFileSync('id', ['-u', user], { encoding: 'utf8' }));
}
