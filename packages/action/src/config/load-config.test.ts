import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadDescription } from '../../../../fixtures/fake-github/contract/load-description.ts';
import { createFakeGitHub, type FakeGitHub } from '../../../../fixtures/fake-github/create-fake-github.ts';
import type { ActionEvent } from '../event/read-event.ts';
import { type ConfigQuery, loadConfig } from './load-config.ts';

const PATH = '.flamestep.yaml';
const pull = { kind: 'pull-request', branch: 'main' } as ActionEvent;

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'flamestep-action-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const write = (text: string) => writeFileSync(join(workspace, PATH), text);
const query = (parts: Partial<ConfigQuery> = {}, inputs: Partial<ConfigQuery['inputs']> = {}): ConfigQuery => ({
  inputs: { configPath: PATH, isConfigGiven: false, failOn: 'regression', ...inputs },
  event: pull,
  job: { repository: { owner: 'acme', repo: 'shop' }, workspace, now: new Date('2026-11-20T12:00:00Z') },
  client: undefined,
  ...parts,
});

describe.each([
  ['a pull request that cannot fail', query({}, { failOn: 'none' })],
  ['a branch', query({ event: { kind: 'branch', branch: 'main', title: '' } })],
])('%s', (_, { inputs, event }) => {
  const ask = (more: Partial<ConfigQuery['inputs']> = {}) => loadConfig(query({ event }, { ...inputs, ...more }));

  test('goes by the file of its workspace', async () => {
    write('thresholds: { relative: 20% }');
    expect(await ask()).toMatchObject({ config: { thresholds: { relative: 0.2 } }, branch: undefined, mayGate: true });
  });

  test('needs none, unless one was named', async () => {
    expect(await ask()).toMatchObject({ config: undefined, mayGate: true });
    await expect(ask({ isConfigGiven: true })).rejects.toThrow("There is no .flamestep.yaml. Check the input 'config'");
  });

  test('is told the fault of a file, and of one that is too long or a folder', async () => {
    write('thresholds: 10%');
    await expect(ask()).rejects.toMatchObject({ code: 'config', place: { file: PATH, line: 1 } });
    write('#'.repeat(256 * 1024 + 1));
    await expect(ask()).rejects.toThrow('.flamestep.yaml has more than 256 KiB');
    mkdirSync(join(workspace, 'perf'));
    await expect(ask({ configPath: 'perf', isConfigGiven: true })).rejects.toThrow('There is no perf');
  });
});

const loaded = loadDescription();
// A run says why tests are skipped, whichever reporter it uses.
if (loaded.description === undefined) console.warn(`skipped: ${loaded.reason}`);

describe.skipIf(loaded.description === undefined)('a pull request that a regression fails', () => {
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await createFakeGitHub({ description: loaded.description! });
  });
  afterEach(() => github.close());

  /** A client for a repository whose main branch has these files. */
  function clientFor(files: Readonly<Record<string, string>>, permissions: { contents?: 'read' } = { contents: 'read' }) {
    const repository = github.state.addRepository({ owner: 'acme', name: 'shop' });
    github.state.addCommit({ repository, branch: 'main', files });
    const token = github.state.issueToken({ repository, permissions });
    return getOctokit(token.value, { baseUrl: github.url, log: { debug() {}, info() {}, warn() {}, error() {} } });
  }

  test.each([pull, { kind: 'merge-group', branch: 'main', baseSha: 'b' } satisfies ActionEvent])(
    'goes by the file of the base branch, whatever it says itself',
    async (event) => {
      const client = clientFor({ [PATH]: 'thresholds: { relative: 5% }' });
      write('thresholds: { relative: 500% }');
      expect(await loadConfig(query({ event, client }))).toMatchObject({
        config: { thresholds: { relative: 0.05 } },
        branch: 'main',
        mayGate: true,
        warning: undefined,
      });
      expect(github.contractViolations).toEqual([]);
    },
  );

  test('may name a file in a folder', async () => {
    const client = clientFor({ 'perf/rules.yaml': 'ignore:' });
    expect(await loadConfig(query({ client }, { configPath: 'perf/rules.yaml', isConfigGiven: true }))).toMatchObject({
      config: { path: 'perf/rules.yaml' },
    });
  });

  test('goes by defaults without a file, and says so where it brings one', async () => {
    const client = clientFor({});
    expect(await loadConfig(query({ client }))).toMatchObject({ config: undefined, mayGate: true, warning: undefined });
    write('thresholds: { relative: 500% }');
    expect(await loadConfig(query({ client }, { isConfigGiven: true }))).toMatchObject({
      config: undefined,
      mayGate: true,
      warning: '.flamestep.yaml is not on main yet, so this job is judged by the defaults; it counts there from the merge on.',
    });
  });

  test('is told that a file it names is nowhere', async () => {
    await expect(loadConfig(query({ client: clientFor({}) }, { isConfigGiven: true }))).rejects.toThrow(
      'There is no .flamestep.yaml',
    );
  });

  test('is told the fault of a file', async () => {
    const client = clientFor({ [PATH]: 'thresholds: { relative: 0.1 }' });
    await expect(loadConfig(query({ client }))).rejects.toMatchObject({ code: 'config', place: { file: PATH, line: 1 } });
  });

  test('does not fail while GitHub is out of order, and says why', async () => {
    const client = clientFor({ [PATH]: 'thresholds: { relative: 5% }' });
    write('thresholds: { relative: 7% }');
    github.faults.next({ kind: 'server-error', method: 'GET' });
    expect(await loadConfig(query({ client }))).toMatchObject({
      config: { thresholds: { relative: 0.07 } },
      mayGate: false,
      warning: expect.stringMatching(/^\.flamestep\.yaml of main could not be read: .* So no regression fails this job/),
    });
    github.faults.next({ kind: 'primary-rate-limit', method: 'GET' });
    expect(await loadConfig(query({ client }))).toMatchObject({ mayGate: false, warning: expect.stringContaining('limits') });
    github.faults.next({ kind: 'reset', method: 'GET' });
    expect(await loadConfig(query({ client }))).toMatchObject({ mayGate: false });
  });

  test('is an error where the token may not read it, or there is none', async () => {
    const asked = loadConfig(query({ client: clientFor({ [PATH]: '' }, {}) }));
    await expect(asked).rejects.toMatchObject({ code: 'config', message: expect.stringContaining("'contents: read'") });
    await expect(loadConfig(query())).rejects.toMatchObject({ code: 'config', message: expect.stringContaining('github-token') });
  });
});
