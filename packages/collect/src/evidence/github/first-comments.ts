import { textAt } from '../http/answer.ts';
import type { GithubRequests } from './github-requests.ts';

/** When each issue, by its URL, was first commented on by a person whose comment counts, in milliseconds since 1970. Throws `CollectError`. */
export async function firstComments(
  { list }: GithubRequests,
  since: number,
  counts: (comment: unknown) => boolean = () => true,
): Promise<ReadonlyMap<string, number>> {
  const from = new Date(since).toISOString();
  const comments = await list('issues/comments', { since: from, sort: 'created', direction: 'asc' });
  const first = new Map<string, number>();
  for (const comment of comments) {
    const issue = textAt(comment, 'issue_url');
    if (textAt(comment, 'user', 'type') === 'Bot' || first.has(issue) || !counts(comment)) continue;
    first.set(issue, Date.parse(textAt(comment, 'created_at')));
  }
  return first;
}
