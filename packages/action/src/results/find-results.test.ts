import { getOctokit } from '@actions/github';
import { buildReport, renderJson } from '@flamestep/report';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadDescription } from '../../../../fixtures/fake-github/contract/load-description.ts';
import { createFakeGitHub, type FakeGitHub } from '../../../../fixtures/fake-github/create-fake-github.ts';
import type { WorkflowRun } from '../../../../fixtures/fake-github/state/records.ts';
import { artifactNames, resultSeries } from '../artifact/artifact-names.ts';
import { findResults, type ResultsWanted } from './find-results.ts';

const loaded = loadDescription();
if (loaded.description === undefined) console.warn(`skipped: ${loaded.reason}`);

/** A result as a leg uploads it. */
function result(key: string, name = key): string {
  const state = { kind: 'no-baseline', reason: 'It is new.' } as const;
  return renderJson(
    buildReport({ subject: { name, key, head: {} }, state, provenance: { tool: '1' }, links: { docs: 'https://evil.example' } }),
  );
}

describe.skipIf(loaded.description === undefined)('the results of a run', () => {
  let github: FakeGitHub;
  let run: WorkflowRun;

  beforeEach(async () => {
    github = await createFakeGitHub({ description: loaded.description! });
    const repository = github.state.addRepository({ owner: 'acme', name: 'shop' });
    const { sha } = github.state.addCommit({ repository, branch: 'main' });
    run = github.state.addRun({ repository, headSha: sha, headBranch: 'main' });
  });
  afterEach(async () => {
    expect(github.contractViolations).toEqual([]);
    await github.close();
  });

  const upload = (key: string, text = result(key), attempt = 1) =>
    github.state.addArtifact({ run, name: artifactNames(key, attempt).result, files: { 'result.json': text } });

  async function find(wanted: Partial<ResultsWanted> = {}) {
    const token = github.state.issueToken({ repository: run.repository, permissions: { actions: 'read' } });
    const client = getOctokit(token.value, { baseUrl: github.url, log: { debug() {}, info() {}, warn() {}, error() {} } });
    const found = await findResults(client, { owner: 'acme', repo: 'shop' }, run.id, { most: 8, ...wanted });
    return { ...found, names: found.reports.map(({ subject }) => subject.name) };
  }

  test('are those of the newest attempt of each job, without their links', async () => {
    upload('a', result('a', 'second'), 2);
    upload('a', result('a', 'first'), 1);
    upload('b');
    const found = await find();
    expect(found).toMatchObject({ names: ['second', 'b'], unread: [], problems: [] });
    expect(found.reports.map(({ links }) => links)).toEqual([undefined, undefined]);
  });

  test('are found among hundreds of other artifacts, other runs’ left alone', async () => {
    upload('a');
    for (let i = 0; i < 210; i++) github.state.addArtifact({ run, name: `log-${i}`, files: { log: 'x' } });
    const other = github.state.addRun({ repository: run.repository, headSha: run.headSha, headBranch: 'main' });
    github.state.addArtifact({ run: other, name: artifactNames('b', 1).result, files: { 'result.json': result('b') } });
    expect((await find()).names).toEqual(['a']);
  });

  test('are read up to a number, those that are wanted first, and the others named', async () => {
    for (const key of ['a', 'b', 'c', 'd']) upload(key);
    expect(await find({ most: 2, first: [resultSeries('d')] })).toMatchObject({
      names: ['d', 'a'],
      unread: [resultSeries('b'), resultSeries('c')],
      problems: ['The run has 4 results; the first 2 are shown.'],
    });
  });

  test.each([
    ['no JSON', 'not json'],
    ['a number that is none', result('a').replace('"schemaVersion": 1', '"schemaVersion": 1e999')],
    ['a list where text belongs', result('a').replace('"name": "a"', '"name": ["a"]')],
    ['a further field', result('a').replace('"schemaVersion": 1', '"schemaVersion": 1, "constructor": {}')],
    ['a prototype', result('a').replace('"schemaVersion": 1', '"schemaVersion": 1, "__proto__": {}')],
    ['a long name', result('a').replace('"name": "a"', `"name": "${'x'.repeat(10_000)}"`)],
    ['trees', result('a').replace('"schemaVersion": 1', '"schemaVersion": 1, "trees": []')],
    ['10 MB', ' '.repeat(10_000_000)],
    ['deep nesting', '['.repeat(500_000)],
    ['an address that is no https one', result('a').replace('https://evil', 'javascript://evil')],
  ])('leave out one with %s, in words without what it holds', async (_, text) => {
    upload('a', text);
    upload('b');
    const { names, unread, problems } = await find();
    expect([names, unread]).toEqual([['b'], [resultSeries('a')]]);
    expect(problems).toEqual([expect.stringMatching(/^A result cannot be read, and is left out: .{5,300}\.$/)]);
  });
});
