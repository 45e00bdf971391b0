/**
 * Measures the portal's backend as it runs in production: 10,000 services with a year of daily results and weekly assessments, on SQLite
 * and on PostgreSQL 15, read while reports come in. Prints a table, and writes it to bench/PORTAL.md with --write.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import createKnex, { type Knex } from 'knex';
import type { JsonObject } from '@backstage/types';
import { startPostgres } from '../test/start-postgres.ts';
import { type Replica, startReplica, TOKEN } from '../test/replicas/start-replica.ts';
import { sampleReport } from '../test/sample-report.ts';
import { fillTables } from './fill-tables.ts';

const { values: options } = parseArgs({
  options: {
    services: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '20' },
    reports: { type: 'string', default: '50' },
    readers: { type: 'string', default: '2' },
    database: { type: 'string', multiple: true, default: ['SQLite', 'PostgreSQL 15'] },
    /** Folder for CPU profiles of the backend. */
    profile: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const [services, seconds] = [Number(options.services), Number(options.seconds)];
const REPORTS_A_SECOND = Number(options.reports);
const READERS = Number(options.readers);

/** What is read, and how long 95 % may take. */
const READS: Readonly<Record<string, { readonly most: number; readonly path: () => string }>> = {
  'entity: step and assessment': { most: 50, path: () => serviceOf(any()) },
  'entity: history of a year': { most: 50, path: () => `${serviceOf(any())}/history?limit=100` },
  'entity: trend of 90 days': { most: 50, path: () => `${serviceOf(any())}/trends` },
  'entity: trend of a year': { most: 50, path: () => `${serviceOf(any())}/trends?days=365` },
  'entity: reports': { most: 50, path: () => `${serviceOf(any())}/reports` },
  'overview: first page': { most: 200, path: () => '/services' },
  'overview: a team, slower': { most: 200, path: () => `/services?owner=group%3Adefault%2Fteam-${any() % 200}&slower=true` },
  'overview: an area of 1,000, by name': {
    most: 200,
    path: () => `/services?owner=group%3Adefault%2Farea-${any() % 10}&sort=name&offset=500`,
  },
  'overview: text, last page': { most: 200, path: () => `/services?text=service-9&offset=${services / 10 - 50}` },
  'overview: fleet of a team': { most: 200, path: () => `/fleet?owner=group%3Adefault%2Fteam-${any() % 200}` },
  'overview: fleet of all': { most: 200, path: () => '/fleet' },
};

/** Milliseconds of one answer. */
interface Time {
  /** From the request to the whole answer, over HTTP. */
  readonly client: number;
  /** In the backend's process, from the request's first sight to the answer's first byte. */
  readonly server: number;
}

const lines: string[] = [];
for (const name of options.database) await measure(name);
const table = [
  '# The portal under load',
  '',
  `${services} services, each with 365 daily results, 53 weekly assessments and 30 reports; ${READERS} readers at once and ${REPORTS_A_SECOND} reports a second sent for ${seconds} s. Milliseconds: server time is spent in the backend's process, from its first sight of the request to the first byte of the answer, waits for the database included, but not the wait until its one thread sees the request, which on SQLite does the work of the database too; client time lasts from the request to the whole answer, over HTTP. Backend, database and load are on the same ${cpus().length} cores (${cpus()[0].model}). Written by \`npm run bench:portal\`.`,
  '',
  '| database | what | server time: median | 95 % | at most | client time: median | 95 % | requests |',
  '|---|---|---|---|---|---|---|---|',
  ...lines,
  '',
].join('\n');
console.log(table);
if (options.write) writeFileSync(new URL('../../../bench/PORTAL.md', import.meta.url), table);

async function measure(name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'flamestep-bench-'));
  const postgres = name === 'SQLite' ? undefined : await startPostgres(true);
  if (name !== 'SQLite' && postgres === undefined) {
    lines.push(`| ${name} | not installed | | | | | | |`);
    return;
  }
  try {
    say(`${name}: filling`);
    const started = performance.now();
    const knex = await openEmpty(folder, postgres?.connectionString);
    await fillTables(knex, services);
    await knex.destroy();
    // What was filled in is not to be written while it is measured.
    execFileSync('sync');
    say(`${name}: filled in ${Math.round((performance.now() - started) / 1000)} s`);
    const database: JsonObject = postgres
      ? { client: 'pg', connection: postgres.connectionString, prefix: 'bench_' }
      : { client: 'better-sqlite3', connection: { directory: folder } };
    const later = { frequency: { hours: 1 }, timeout: { hours: 1 }, initialDelay: { hours: 1 } };
    const flamestep = { catalog: { schedule: later }, assess: { schedule: later }, retention: { schedule: later } };
    const replica = await startReplica({ database, entities: [], flamestep, profileTo: options.profile });
    try {
      await load(name, replica);
    } finally {
      await replica.stop();
    }
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openEmpty(folder: string, connectionString: string | undefined): Promise<Knex> {
  if (connectionString === undefined) {
    const knex = createKnex({ client: 'better-sqlite3', connection: join(folder, 'flamestep.sqlite'), useNullAsDefault: true });
    await knex.raw('PRAGMA foreign_keys = ON');
    return knex;
  }
  const admin = createKnex({ client: 'pg', connection: connectionString });
  await admin.raw('CREATE DATABASE bench_flamestep');
  await admin.destroy();
  return createKnex({ client: 'pg', connection: connectionString.replace(/\/postgres$/, '/bench_flamestep') });
}

async function load(name: string, replica: Replica): Promise<void> {
  for (const { path } of Object.values(READS)) await read(replica, path());
  say(`${name}: reading while reports come in`);
  const until = performance.now() + seconds * 1000;
  const times = new Map<string, Time[]>(Object.keys(READS).map((what) => [what, []]));
  const readAll = async () => {
    while (performance.now() < until) {
      for (const [what, { path }] of Object.entries(READS)) times.get(what)!.push(await read(replica, path()));
    }
  };
  const taken =
    REPORTS_A_SECOND > 0 ? sendReports(replica, until) : Promise.resolve({ sent: 0, acknowledged: 0, kept: 0, acks: [] });
  await Promise.all(Array.from({ length: READERS }, readAll));
  const { sent, acknowledged, kept, acks } = await taken;
  const first = lines.length;
  for (const [what, { most }] of Object.entries(READS)) lines.push(row(name, what, times.get(what)!, String(most)));
  lines.push(row(name, `a report taken in (${sent} sent, ${acknowledged} acknowledged, ${kept} of them found again)`, acks, ''));
  say(`\n${lines.slice(first).join('\n')}`);
}

/** At an even pace, whether or not the earlier ones are answered; then looks for every one that was acknowledged. */
async function sendReports(replica: Replica, until: number) {
  const acks: Time[] = [];
  const ids: string[] = [];
  const waiting: Promise<void>[] = [];
  const start = performance.now();
  for (let sent = 0; performance.now() < until; sent++) {
    const due = start + (sent * 1000) / REPORTS_A_SECOND;
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    waiting.push(
      (async () => {
        const service = any();
        const body = sampleReport({
          repository: `shop/service-${service}`,
          name: `service-${service}`,
          run: `bench-${sent}`,
          time: new Date().toISOString(),
        });
        const before = performance.now();
        const response = await fetch(`${replica.url}/api/flamestep/v1/reports`, {
          method: 'POST',
          headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const answer = (await response.json()) as { id: string };
        if (response.status !== 201) return say(`${response.status}: ${JSON.stringify(answer).slice(0, 300)}`);
        acks.push({ client: performance.now() - before, server: serverTimeOf(response) });
        ids.push(answer.id);
      })(),
    );
  }
  await Promise.all(waiting);
  let kept = 0;
  for (const id of ids) {
    const response = await fetch(`${replica.url}/api/flamestep/v1/reports/${id}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    await response.arrayBuffer();
    if (response.status === 200) kept++;
  }
  return { sent: waiting.length, acknowledged: ids.length, kept, acks };
}

async function read(replica: Replica, path: string): Promise<Time> {
  const before = performance.now();
  const response = await fetch(`${replica.url}/api/flamestep/v1${path}`, { headers: { authorization: `Bearer ${TOKEN}` } });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
  return { client: performance.now() - before, server: serverTimeOf(response) };
}

/** Without what the load itself spends before it sends and after it received, on the same cores. */
function serverTimeOf(response: Response): number {
  return Number(/dur=([\d.]+)/.exec(response.headers.get('server-timing') ?? '')?.[1] ?? Number.NaN);
}

function row(name: string, what: string, times: readonly Time[], most: string): string {
  const at = (side: keyof Time, share: number) => {
    const sorted = times.map((time) => time[side]).toSorted((a, b) => a - b);
    return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
  };
  return `| ${name} | ${what} | ${at('server', 0.5)} | ${at('server', 0.95)} | ${most} | ${at('client', 0.5)} | ${at('client', 0.95)} | ${times.length} |`;
}

function any(): number {
  return Math.floor(Math.random() * services);
}

function serviceOf(index: number): string {
  return `/services/component/default/service-${index}`;
}

function say(message: string): void {
  process.stderr.write(`bench: ${message}\n`);
}
