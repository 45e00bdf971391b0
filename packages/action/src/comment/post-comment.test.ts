import { getOctokit } from '@actions/github';
import { renderMarker } from '@flamestep/report';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadDescription } from '../../../../fixtures/fake-github/contract/load-description.ts';
import { createFakeGitHub, type FakeGitHub } from '../../../../fixtures/fake-github/create-fake-github.ts';
import type { PullRequest, Token } from '../../../../fixtures/fake-github/state/records.ts';
import { createRequestPolicy } from '../github/request-policy.ts';
import { type CommentRequest, postComment } from './post-comment.ts';

const loaded = loadDescription();
if (loaded.description === undefined) console.warn(`skipped: ${loaded.reason}`);

const BOT = 'github-actions[bot]';
const HEAD = 'a'.repeat(40);

describe.skipIf(loaded.description === undefined)('the comment of a key', () => {
  let github: FakeGitHub;
  let pull: PullRequest;

  beforeEach(async () => {
    github = await createFakeGitHub({ description: loaded.description! });
    const repository = github.state.addRepository({ owner: 'acme', name: 'shop' });
    const { sha } = github.state.addCommit({ repository, branch: 'main' });
    const side = { repository, branch: 'main', sha };
    pull = github.state.openPullRequest({ base: side, head: { ...side, branch: 'quicker' } });
  });
  afterEach(async () => {
    expect(github.contractViolations).toEqual([]);
    await github.close();
  });

  function token(login = BOT): Token {
    return github.state.issueToken({ repository: pull.repository, login, permissions: { 'pull-requests': 'write' } });
  }

  /** Posts `said` from run 5 unless told otherwise. */
  function post(said: string, options: Partial<CommentRequest> & { as?: Token } = {}) {
    const client = getOctokit((options.as ?? token()).value, {
      baseUrl: github.url,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    client.hook.wrap(
      'request',
      createRequestPolicy(async () => {}),
    );
    const { run = { id: 5, attempt: 1 }, headSha = HEAD, key = 'shop' } = options;
    return postComment({
      client,
      place: { owner: 'acme', repo: 'shop', pullRequest: pull.number },
      key,
      run,
      headSha,
      when: 'changes',
      hasChanges: true,
      render: (previous) =>
        `${marked({ key, head: headSha, run: `${run.id}.${run.attempt}` })}${said}${previous.map(({ head }) => `, before: ${head?.[0]}`).join('')}`,
      ...options,
    });
  }

  const marked = (fields: Record<string, string>) => `${renderMarker({ key: 'shop', ...fields })}\n`;
  const write = (author: string, body: string) =>
    github.state.addComment({ repository: pull.repository, issue: pull.number, author, body });
  const said = () => github.state.comments.map(({ body }) => body.split('\n').at(-1));
  const asked = () => github.requests.map(({ method }) => method);

  test('is made once, and brought up to date in place', async () => {
    const first = await post('1 slower');
    expect(await post('none slower', { headSha: 'b'.repeat(40), run: { id: 6, attempt: 1 } })).toEqual(first);
    expect(said()).toEqual(['none slower, before: a']);
  });

  test('is left alone where it says the same already', async () => {
    await post('1 slower');
    const before = github.requests.length;
    await post('1 slower');
    expect(asked().slice(before)).toEqual(['GET', 'POST']); // the comments, and who we are
  });

  test('is made only where there is something to say, but then kept', async () => {
    expect(await post('nothing', { hasChanges: false })).toMatchObject({ kind: 'skipped' });
    await post('1 slower');
    await post('none slower', { hasChanges: false });
    expect(said()).toEqual(['none slower']);
    expect(await post('1 slower', { when: 'never' })).toMatchObject({ kind: 'skipped' });
    await post('nothing', { when: 'always', hasChanges: false, key: 'other' });
    expect(said()).toEqual(['none slower', 'nothing']);
  });

  test('is found behind a hundred others', async () => {
    for (let i = 0; i < 120; i++) write('bob', `${i}`);
    await post('1 slower');
    await post('none slower');
    expect(github.state.comments).toHaveLength(121);
    expect(said().at(-1)).toBe('none slower');
  });

  test('is never one that somebody else wrote with our marker', async () => {
    const planted = write('mallory', `${marked({ run: '999999999.9' })}all is well`);
    await post('1 slower');
    expect(planted.body).toContain('all is well');
    expect(said()).toEqual(['all is well', '1 slower']);
  });

  test.each(['shop-bot[bot]', 'carol'])('is that of the token’s holder, such as %s', async (login) => {
    write(BOT, `${marked({})}of the job’s token`);
    const as = token(login);
    await post('1 slower', { as });
    await post('2 slower', { as });
    expect(said()).toEqual(['of the job’s token', '2 slower']);
  });

  test('is not one that quotes it', async () => {
    write(BOT, `> ${marked({})}quoted`);
    await post('1 slower');
    expect(said()).toEqual(['quoted', '1 slower']);
  });

  test.each([
    ['6.1', 'later'],
    ['5.2', 'again'],
  ])('stays as run %s left it', async (run, text) => {
    write(BOT, `${marked({ run })}${text}`);
    expect(await post('1 slower')).toEqual({ kind: 'skipped', reason: expect.stringContaining('later run') });
    expect(said()).toEqual([text]);
  });

  test('is the oldest of two that raced', async () => {
    const results = await Promise.all([post('one'), post('one'), post('one')]);
    expect(github.state.comments).toHaveLength(1);
    expect(new Set(results.map((result) => result.kind === 'posted' && result.id)).size).toBe(1);
  });

  test.each(['reset', 'lost-answer', 'half-answer'] as const)('is one, whatever is lost of making it: %s', async (kind) => {
    github.faults.next({ kind, method: 'POST', path: '/comments' });
    expect(await post('1 slower')).toEqual({ kind: 'posted', id: github.state.comments[0]?.id, url: expect.any(String) });
    expect(said()).toEqual(['1 slower']);
  });

  test('does not stay wrong because the list of comments was cut', async () => {
    await post('1 slower');
    github.faults.next({ kind: 'half-answer', method: 'GET', path: '/comments' });
    await post('none slower', { hasChanges: false });
    expect(said()).toEqual(['none slower']);
  });

  test('takes at most six requests', async () => {
    write('mallory', marked({}));
    await post('1 slower');
    expect(github.requests.length).toBeLessThanOrEqual(6);
  });

  test('is refused to a token that may not', async () => {
    const as = github.state.issueToken({ repository: pull.repository, permissions: { 'pull-requests': 'read' } });
    await expect(post('1 slower', { as })).rejects.toMatchObject({ status: 403 });
  });
});
