import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@flamestep/pprof';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchProfile } from '../src/index.ts';
import { freePort } from '../../../fixtures/servers/local-server.ts';
import { type RunningProgram, startProgram } from '../../../fixtures/servers/start-program.ts';

/** A real program in Go with its real endpoints, from Debian's package. */
const PROMETHEUS = '/usr/bin/prometheus';

let folder = '';
let origin = '';
let program: RunningProgram | undefined;

describe.skipIf(!existsSync(PROMETHEUS))('the endpoints of a Go program (apt-get install prometheus)', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flamestep-prometheus-'));
    const config = join(folder, 'prometheus.yml');
    await writeFile(config, 'global: { scrape_interval: 1h }\n');
    const address = `127.0.0.1:${await freePort()}`;
    origin = `http://${address}`;
    const options = [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'data')}`, `--web.listen-address=${address}`];
    program = await startProgram(PROMETHEUS, options, `${origin}/-/ready`);
  });
  afterAll(async () => {
    await program?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    ['/debug/pprof/heap', ['alloc_objects', 'alloc_space', 'inuse_objects', 'inuse_space']],
    ['/debug/pprof/allocs', ['alloc_objects', 'alloc_space', 'inuse_objects', 'inuse_space']],
    ['/debug/pprof/goroutine', ['goroutine']],
    ['/debug/pprof/heap?debug=1', undefined],
    ['/debug/pprof/profile?seconds=1', ['samples', 'cpu']],
  ])('%s is a profile', async (path, types) => {
    const { sampleTypes, locations } = parse(await fetchProfile(`${origin}${path}`));
    if (types) expect(sampleTypes.map(({ type }) => type)).toEqual(types);
    if (path.includes('heap')) expect(locations.length).toBeGreaterThan(10);
  });

  test('--seconds reaches it: a heap profile of one second is what was allocated meanwhile', async () => {
    const { sampleTypes, durationNanos } = parse(await fetchProfile(`${origin}/debug/pprof/heap`, { seconds: 1 }));
    expect(sampleTypes).toHaveLength(4);
    expect(Number(durationNanos)).toBeGreaterThan(0.9e9);
  });

  test('what it does not serve is told in its words', async () => {
    await expect(fetchProfile(`${origin}/debug/pprof/nothing`)).rejects.toMatchObject({
      code: 'status',
      status: 404,
      message: 'the server answered 404 Not Found: Unknown profile',
    });
  });
});
