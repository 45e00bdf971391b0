import { objectAt, textAt } from '../http/answer.ts';
import { firstComments } from './first-comments.ts';
import type { GithubRequests } from './github-requests.ts';

/** Those who answer for the repository. */
const ANSWERING = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/**
 * How long the issues of others, opened since a time, waited for a first answer, in milliseconds: until somebody of the repository wrote,
 * or until they were closed; those that still wait, until now. Throws `CollectError`.
 */
export async function readResponses(requests: GithubRequests, since: number, now: number): Promise<readonly number[]> {
  const from = new Date(since).toISOString();
  const isRecent = (item: unknown) => Date.parse(textAt(item, 'created_at')) >= since;
  const [issues, answered] = await Promise.all([
    requests.list('issues', { state: 'all', since: from, sort: 'created', direction: 'desc' }, isRecent),
    firstComments(requests, since, (comment) => ANSWERING.includes(textAt(comment, 'author_association'))),
  ]);
  const reported = issues.filter(
    (issue) => !('pull_request' in objectAt(issue)) && !ANSWERING.includes(textAt(issue, 'author_association')),
  );
  return reported.map((issue) => {
    const ends = [answered.get(textAt(issue, 'url')), Date.parse(textAt(issue, 'closed_at')), now];
    const end = Math.min(...ends.filter((time) => time !== undefined && !Number.isNaN(time)).map(Number));
    return Math.max(0, end - Date.parse(textAt(issue, 'created_at')));
  });
}
