import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeGitHub, type FakeGitHub } from '../../../fixtures/fake-github/create-fake-github.ts';
import { loadDescription } from '../../../fixtures/fake-github/contract/load-description.ts';
import type { Token } from '../../../fixtures/fake-github/state/records.ts';

const loaded = loadDescription();
// A run says why tests are skipped, whichever reporter it uses.
if (loaded.description === undefined) console.warn(`skipped: ${loaded.reason}`);

describe.skipIf(loaded.description === undefined)('a fake GitHub', () => {
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await createFakeGitHub({ description: loaded.description! });
  });
  afterEach(() => github.close());

  function pullRequestFromFork() {
    const { state } = github;
    const repository = state.addRepository({ owner: 'acme', name: 'shop' });
    const fork = state.addRepository({ owner: 'bob', name: 'shop', parent: repository });
    const root = state.addCommit({ repository, files: { 'a.go': '1' }, date: '2026-01-01T00:00:00Z' });
    const base = state.addCommit({
      repository,
      parents: [root.sha],
      branch: 'main',
      files: { 'a.go': '1', '.perf.yml': 'a: 1' },
      date: '2026-01-02T00:00:00Z',
    });
    const head = state.addCommit({
      repository: fork,
      parents: [root.sha],
      branch: 'faster',
      files: { 'a.go': '2' },
      date: '2026-01-03T00:00:00Z',
    });
    const pull = state.openPullRequest({
      base: { repository, branch: 'main', sha: base.sha },
      head: { repository: fork, branch: 'faster', sha: head.sha },
    });
    const writer = state.issueToken({
      repository,
      permissions: { contents: 'read', actions: 'read', 'pull-requests': 'write', checks: 'write' },
    });
    const reader = state.issueToken({ repository, permissions: { contents: 'read', actions: 'read', 'pull-requests': 'read' } });
    return { repository, fork, root, base, head, pull, writer, reader, at: { owner: 'acme', repo: 'shop' } };
  }

  function clientOf(token: Token) {
    return getOctokit(token.value, { baseUrl: github.url, log: { debug() {}, info() {}, warn() {}, error() {} } });
  }

  test('answers every route that reads as GitHub describes it', async () => {
    const { at, base, head, root, pull, writer, fork, repository } = pullRequestFromFork();
    const run = github.state.addRun({
      repository,
      headSha: head.sha,
      headBranch: 'faster',
      headRepository: fork,
      event: 'pull_request',
    });
    github.state.addArtifact({ run, name: 'perf-main', files: { 'result.json': '{}' } });
    const { rest } = clientOf(writer);
    expect((await rest.repos.get(at)).data.id).toBe(repository.id);
    expect((await rest.repos.get({ owner: 'bob', repo: 'shop' })).data.parent?.full_name).toBe('acme/shop');
    expect((await rest.repos.getCommit({ ...at, ref: pull.mergeCommit! })).data.parents.map(({ sha }) => sha)).toEqual([
      base.sha,
      head.sha,
    ]);
    expect((await rest.repos.getCommit({ ...at, ref: 'heads/main' })).data.sha).toBe(base.sha);
    expect((await rest.repos.listCommits(at)).data.map(({ sha }) => sha)).toEqual([base.sha, root.sha]);
    const compared = (await rest.repos.compareCommitsWithBasehead({ ...at, basehead: `${base.sha}...bob:${head.sha}` })).data;
    expect([compared.merge_base_commit.sha, compared.status, compared.behind_by]).toEqual([root.sha, 'diverged', 1]);
    expect((await rest.git.getTree({ ...at, tree_sha: base.sha, recursive: '1' })).data.tree.map(({ path }) => path)).toEqual([
      'a.go',
      '.perf.yml',
    ]);
    const config = (await rest.repos.getContent({ ...at, path: '.perf.yml', ref: base.sha })).data as { content: string };
    expect(Buffer.from(config.content, 'base64').toString()).toBe('a: 1');
    expect((await rest.pulls.list({ ...at, head: 'bob:faster', state: 'open' })).data[0]?.head.sha).toBe(head.sha);
    expect((await rest.pulls.get({ ...at, pull_number: pull.number })).data.head.repo?.id).toBe(fork.id);
    expect((await rest.pulls.listFiles({ ...at, pull_number: pull.number })).data.map(({ filename }) => filename)).toEqual([
      '.perf.yml',
      'a.go',
    ]);
    expect(
      (await rest.actions.listWorkflowRunsForRepo({ ...at, head_sha: head.sha })).data.workflow_runs[0]?.head_repository?.id,
    ).toBe(fork.id);
    expect((await rest.actions.listWorkflowRuns({ ...at, workflow_id: 'perf.yml', status: 'success' })).data.total_count).toBe(1);
    expect((await rest.actions.getWorkflowRun({ ...at, run_id: run.id })).data.event).toBe('pull_request');
    expect((await rest.actions.listJobsForWorkflowRun({ ...at, run_id: run.id })).data.jobs[0]?.name).toBe('measure');
    const listed = (await rest.actions.listArtifactsForRepo({ ...at, name: 'perf-main' })).data.artifacts[0];
    expect(listed?.workflow_run?.head_repository_id).toBe(fork.id);
    expect(github.contractViolations).toEqual([]);
  });

  test('cuts lists into pages of 30 that the client follows', async () => {
    const { at, repository, pull, writer } = pullRequestFromFork();
    for (let count = 0; count < 65; count++)
      github.state.addComment({ repository, issue: pull.number, author: 'bob', body: `${count}` });
    const client = clientOf(writer);
    expect((await client.rest.issues.listComments({ ...at, issue_number: pull.number })).data).toHaveLength(30);
    expect(await client.paginate(client.rest.issues.listComments, { ...at, issue_number: pull.number })).toHaveLength(65);
    expect(github.requests.at(-1)?.path).toContain('page=3');
    expect(github.contractViolations).toEqual([]);
  });

  test('keeps comments and check runs, and lets nobody change those of others', async () => {
    const { at, repository, pull, writer, head } = pullRequestFromFork();
    const { rest, graphql } = clientOf(writer);
    const { data: comment } = await rest.issues.createComment({ ...at, issue_number: pull.number, body: 'first' });
    expect(comment.user?.login).toBe('github-actions[bot]');
    await rest.issues.updateComment({ ...at, comment_id: comment.id, body: 'second' });
    expect(github.state.comments.map(({ body }) => body)).toEqual(['second']);
    await graphql(
      'mutation($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }',
      { id: comment.node_id, baseUrl: github.url },
    );
    expect(github.state.comments[0]?.minimized).toBe('outdated');
    expect(await graphql('{ viewer { login } }', { baseUrl: github.url })).toEqual({ viewer: { login: 'github-actions[bot]' } });
    const planted = github.state.addComment({ repository, issue: pull.number, author: 'mallory', body: 'planted' });
    await expect(rest.issues.updateComment({ ...at, comment_id: planted.id, body: 'mine' })).rejects.toMatchObject({
      status: 403,
    });
    await rest.issues.deleteComment({ ...at, comment_id: comment.id });
    expect(github.state.comments).toEqual([planted]);
    const { data: check } = await rest.checks.create({ ...at, name: 'perf', head_sha: head.sha, status: 'in_progress' });
    const ended = await rest.checks.update({
      ...at,
      check_run_id: check.id,
      conclusion: 'neutral',
      status: 'completed',
      output: { title: 't', summary: 's' },
    });
    expect([ended.data.name, ended.data.conclusion, ended.data.output.title]).toEqual(['perf', 'neutral', 't']);
    expect(github.contractViolations).toEqual([]);
  });

  test('refuses what GitHub refuses, in its words', async () => {
    const { at, pull, writer, reader } = pullRequestFromFork();
    const comment = (token: Token, length: number) =>
      clientOf(token).rest.issues.createComment({ ...at, issue_number: pull.number, body: 'x'.repeat(length) });
    await expect(comment(reader, 1)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    await expect(comment(writer, 65_537)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('maximum is 65536 characters'),
    });
    await comment(writer, 65_536);
    await expect(comment({ ...writer, value: 'wrong' }, 1)).rejects.toMatchObject({ status: 401 });
    expect(github.contractViolations).toEqual([]);
  });

  test('reports requests that go against the description', async () => {
    const { at, pull, writer } = pullRequestFromFork();
    const client = clientOf(writer);
    const route = `/repos/acme/shop/issues/${pull.number}/comments`;
    await expect(client.request(`POST ${route}`, { body: 3 as unknown as string })).rejects.toMatchObject({ status: 500 });
    await expect(client.request(`POST ${route}`, { body: 'a', colour: 'red' })).rejects.toMatchObject({ status: 500 });
    await expect(client.request(`GET ${route}`, { per_pages: 100 })).rejects.toMatchObject({ status: 500 });
    await expect(client.rest.issues.listLabelsForRepo(at)).rejects.toMatchObject({ status: 500 });
    expect(github.state.comments).toEqual([]);
    expect(github.contractViolations).toEqual([
      `POST ${route}: body/body must be string`,
      `POST ${route}: body/colour is not described`,
      `GET ${route}: query per_pages is not described`,
      'GET /repos/acme/shop/labels: no route in use',
    ]);
  });

  test('reports an answer of its own that goes against the description', async () => {
    const { at, writer, repository, head } = pullRequestFromFork();
    const run = github.state.addRun({ repository, headSha: head.sha, headBranch: 'main', event: 3 as unknown as string });
    await expect(clientOf(writer).rest.actions.getWorkflowRun({ ...at, run_id: run.id })).rejects.toMatchObject({ status: 500 });
    expect(github.contractViolations).toEqual([`GET /repos/acme/shop/actions/runs/${run.id}: answer 200/event must be string`]);
  });

  test('fails on demand, once', async () => {
    const { at, pull, writer } = pullRequestFromFork();
    const { rest } = clientOf(writer);
    const comment = () => rest.issues.createComment({ ...at, issue_number: pull.number, body: 'a' });
    github.faults.next({ kind: 'secondary-rate-limit', method: 'POST', path: '/comments', retryAfterSeconds: 7 });
    await expect(comment()).rejects.toMatchObject({ status: 403, response: { headers: { 'retry-after': '7' } } });
    github.faults.next({ kind: 'primary-rate-limit' });
    await expect(comment()).rejects.toMatchObject({ status: 403, response: { headers: { 'x-ratelimit-remaining': '0' } } });
    github.faults.next({ kind: 'server-error' });
    await expect(comment()).rejects.toMatchObject({ status: 502 });
    github.faults.next({ kind: 'reset' });
    await expect(comment()).rejects.toThrow();
    expect(github.state.comments).toHaveLength(0);
    github.faults.next({ kind: 'lost-answer' });
    await expect(comment()).rejects.toThrow();
    expect(github.state.comments).toHaveLength(1);
    github.faults.next({ kind: 'half-answer' });
    expect(await comment()).toMatchObject({ status: 201, data: '' });
    github.faults.next({ kind: 'delay', milliseconds: 1 });
    await comment();
    expect(github.state.comments).toHaveLength(3);
    expect(github.requests.map(({ status }) => status)).toEqual([403, 403, 502, 0, 0, 0, 201]);
  });

  test('serves a job: artifacts through @actions/artifact, one of a name in a run, and identity tokens', async () => {
    const { at, repository, base, writer } = pullRequestFromFork();
    const run = github.state.addRun({ repository, headSha: base.sha, headBranch: 'main' });
    const said = await runJob(github.jobEnvironment(run, writer));
    expect(said).toMatchObject({ refused: expect.stringContaining('409'), downloaded: '{"a":1}', downloadedByToken: '{"a":1}' });
    expect(said).toMatchObject({ own: ['perf'], listedByToken: ['perf'] });
    expect(github.state.artifacts.map(({ id, name }) => [id, name])).toEqual([[said.id, 'perf']]);
    const { rest } = clientOf(writer);
    const archive = await rest.actions.downloadArtifact({ ...at, artifact_id: said.id, archive_format: 'zip' });
    expect(
      Buffer.from(archive.data as ArrayBuffer)
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const [header, claims, signature] = said.identity.split('.') as [string, string, string];
    const { keys } = (await (await fetch(`${github.url}/oidc/.well-known/jwks`)).json()) as { keys: [JsonWebKey] };
    const key = createPublicKey({ key: keys[0], format: 'jwk' });
    expect(verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    const claimed = JSON.parse(Buffer.from(claims, 'base64url').toString());
    expect(claimed).toMatchObject({ aud: 'portal', iss: `${github.url}/oidc`, repository_id: String(repository.id) });
    expect(github.contractViolations).toEqual([]);
  });

  test('gives no artifact to a client that passes its token on to the storage', async () => {
    const { repository, base, writer } = pullRequestFromFork();
    const run = github.state.addRun({ repository, headSha: base.sha, headBranch: 'main' });
    const artifact = github.state.addArtifact({ run, name: 'perf', files: { 'a.txt': 'a' } });
    const headers = { authorization: `Bearer ${writer.value}` };
    const redirect = await fetch(`${github.url}/repos/acme/shop/actions/artifacts/${artifact.id}/zip`, {
      headers,
      redirect: 'manual',
    });
    expect(redirect.status).toBe(302);
    expect((await fetch(redirect.headers.get('location')!, { headers })).status).toBe(400);
    expect((await fetch(redirect.headers.get('location')!)).status).toBe(200);
  });
});

test('says why the description cannot be had', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flamestep-cache-'));
  writeFileSync(join(folder, 'file'), '');
  expect(loadDescription(join(folder, 'file'))).toMatchObject({ reason: expect.stringContaining('cannot be had') });
  rmSync(folder, { recursive: true });
});

test('the example in the README runs', async ({ skip }) => {
  if (loaded.description === undefined) skip(loaded.reason);
  const readme = readFileSync(new URL('../../../fixtures/fake-github/README.md', import.meta.url), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)![1]!.replace(/^import .*\n/gm, '');
  const run = new Function('createFakeGitHub', 'loadDescription', 'getOctokit', 'expect', `return (async () => {${example}})()`);
  await run(createFakeGitHub, loadDescription, getOctokit, expect);
  expect.hasAssertions();
});

/** What `job.mjs` did with these variables, in a process of its own as on a runner. */
async function runJob(environment: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'flamestep-job-'));
  try {
    const program = fileURLToPath(new URL('job.mjs', import.meta.url));
    await promisify(execFile)(process.execPath, [program, folder], { env: { PATH: process.env['PATH'], ...environment } });
    return JSON.parse(readFileSync(join(folder, 'said.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
