import { expect, test } from 'vitest';
import { isActionError } from '../action-error.ts';
import type { Job } from './job.ts';
import { readEvent } from './read-event.ts';

const side = (id: number | undefined, sha: string, ref: string) => ({
  sha,
  ref,
  ...(id === undefined ? { repo: null } : { repo: { id, full_name: `owner-${id}/shop` } }),
});
const pull = (head: number | undefined) => ({
  pull_request: { number: 7, title: 'T', head: side(head, 'aaa', 'topic'), base: side(1, 'bbb', 'main') },
});
const job = (eventName: string, payload: object, more: Partial<Job> = {}) =>
  ({ eventName, payload, ref: 'refs/heads/main', actor: 'ann', ...more }) as Job;

test.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])('%s is of a pull request', (name) => {
  expect(readEvent(job(name, pull(1)))).toEqual({
    kind: 'pull-request',
    number: 7,
    title: 'T',
    headSha: 'aaa',
    baseSha: 'bbb',
    branch: 'main',
    fork: undefined,
    isRestricted: false,
  });
});

test.each<[string, object, Partial<Job>, string | undefined]>([
  ['a fork', pull(2), {}, 'owner-2/shop'],
  ['a fork that was deleted', pull(undefined), {}, 'unknown/unknown'],
  ['Dependabot', pull(1), { actor: 'dependabot[bot]' }, undefined],
])('the token of %s may only read', (_, payload, more, fork) => {
  expect(readEvent(job('pull_request', payload, more))).toMatchObject({ isRestricted: true, fork });
});

test('a merge queue is put on its base', () => {
  const payload = { merge_group: { base_sha: 'ccc', base_ref: 'refs/heads/main' } };
  expect(readEvent(job('merge_group', payload))).toEqual({ kind: 'merge-group', baseSha: 'ccc', branch: 'main' });
});

test.each(['push', 'schedule', 'workflow_dispatch'])('%s is of a branch', (name) => {
  expect(readEvent(job(name, {}, { ref: 'refs/heads/release/1' }))).toEqual({ kind: 'branch', branch: 'release/1', title: '' });
});

test('a push tells the title of its commit', () => {
  const payload = { head_commit: { message: 'Hash with fewer rounds (#7)\n\nIt was slow.' } };
  expect(readEvent(job('push', payload))).toMatchObject({ title: 'Hash with fewer rounds (#7)' });
});

test.each(['pull_request_target', 'workflow_run'])(
  '%s is refused: it would run a stranger’s code beside a token that can write',
  (name) => {
    try {
      readEvent(job(name, pull(2)));
      expect.unreachable();
    } catch (error) {
      expect(isActionError(error) && [error.code, error.message]).toEqual([
        'event',
        expect.stringContaining(`does not measure on ${name}`),
      ]);
    }
  },
);
