import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { freePort } from '../free-port.ts';

/** What a replica tells: that it serves, that it asked its source about a service, that it told an owner something. */
export interface ReplicaMessage {
  readonly kind: 'ready' | 'asked' | 'notified';
  readonly about: string;
}

export interface ReplicaOptions {
  readonly database: JsonObject;
  readonly entities: readonly Entity[];
  readonly flamestep?: JsonObject;
  /** Folder that a CPU profile is written to when it is stopped. */
  readonly profileTo?: string | undefined;
}

export interface Replica {
  readonly url: string;
  readonly told: readonly ReplicaMessage[];
  /** Ends it at once, as a lost machine would. */
  kill(): Promise<void>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

/** The token that replicas take for a service. */
export const TOKEN = 'a-token-of-the-tests';

/** One that may send reports and nothing else. */
export const SENDER_TOKEN = 'a-token-that-only-sends';

/** Starts a backend in a process of its own and waits until it serves. */
export async function startReplica({ database, entities, flamestep = {}, profileTo }: ReplicaOptions): Promise<Replica> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'ci' } },
          {
            type: 'static',
            options: { token: SENDER_TOKEN, subject: 'sender' },
            accessRestrictions: [{ plugin: 'flamestep', permission: 'flamestep.report.create' }],
          },
        ],
      },
    },
    flamestep,
  };
  const folder = join(resolvePackagePath('@flamestep/backstage-plugin-flamestep-backend'), 'test/replicas');
  const child: ChildProcess = fork(join(folder, 'replica.ts'), {
    env: { ...process.env, REPLICA: JSON.stringify({ config, entities }), NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    execArgv: [
      '--conditions=@flamestep/source',
      '--disable-warning=ExperimentalWarning',
      ...(profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`]),
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const told: ReplicaMessage[] = [];
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-4000);
  });
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: ReplicaMessage) => {
      told.push(message);
      if (message.kind === 'ready') resolve();
    });
    child.once('exit', (code) => reject(new Error(`the replica ended with ${code}: ${complaints}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url,
    told,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
