import type { Client } from '../github/client.ts';

/** How far back a stored baseline may lie. */
export const MOST_ANCESTORS = 100;
export const OLDEST_DAYS = 30;
const PAGE = 100;
/** GitHub lists the commits of merged branches among those of a branch, so the ancestors of a busy one take several pages. */
const PAGES = 2;
const DAY = 86_400_000;

/**
 * A commit and its ancestors along first parents, nearest first: what the branch was, one merge after the other. Ends after 100 commits
 * or 30 days. Throws what the client throws.
 */
export async function listAncestors(
  client: Client,
  repository: { readonly owner: string; readonly repo: string },
  sha: string,
): Promise<readonly string[]> {
  const ancestors: string[] = [];
  const known = new Map<string, { readonly date: number; readonly parent: string | undefined }>();
  let next: string | undefined = sha;
  let newest: number | undefined;
  for (let page = 1; page <= PAGES && next !== undefined; page++) {
    const { data } = await client.rest.repos.listCommits({ ...repository, sha, per_page: PAGE, page });
    // By date, which is that of the clock of whoever committed: a parent may stand before its child.
    for (const { sha, commit, parents } of data)
      known.set(sha, { date: Date.parse(commit.committer?.date ?? ''), parent: parents[0]?.sha });
    for (let commit = known.get(next); next !== undefined && commit !== undefined; commit = known.get(next ?? '')) {
      newest ??= commit.date;
      if (newest - commit.date > OLDEST_DAYS * DAY || ancestors.length >= MOST_ANCESTORS) return ancestors;
      ancestors.push(next);
      next = commit.parent;
    }
    if (data.length < PAGE) break;
  }
  return ancestors;
}
