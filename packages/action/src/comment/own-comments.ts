import { type Marker, readMarker } from '@flamestep/report';
import type { Client } from '../github/client.ts';

export interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  readonly marker: Marker;
}

/** The issue that a pull request is, for comments. */
export interface CommentPlace {
  readonly owner: string;
  readonly repo: string;
  readonly pullRequest: number;
}

/** GitHub's greatest page, and pages that are read: of a longer conversation the first thousand comments. */
const PAGE = 100;
const PAGES = 10;

/**
 * The comments of this key that the token's holder wrote, oldest first; more than one only where two jobs raced. Anyone can write a
 * marker into a comment, so its author decides.
 */
export async function ownComments(
  client: Client,
  { owner, repo, pullRequest }: CommentPlace,
  key: string,
): Promise<OwnComment[]> {
  const marked: (OwnComment & { readonly author: string | undefined })[] = [];
  for (let page = 1; page <= PAGES; page++) {
    const { data } = await client.rest.issues.listComments({ owner, repo, issue_number: pullRequest, per_page: PAGE, page });
    for (const { id, html_url: url, body = '', user } of data) {
      const marker = readMarker(body);
      if (marker?.key === key) marked.push({ id, url, body, marker, author: user?.login });
    }
    if (data.length < PAGE) break;
  }
  if (marked.length === 0) return [];
  const self = await ownLogin(client);
  return marked.filter(({ author }) => author === self || author === `${self}[bot]`).sort((a, b) => a.id - b.id);
}

/** Who GitHub's own token of a job writes as. */
const JOB_LOGIN = 'github-actions[bot]';

/** The REST API does not tell apps who they are. */
async function ownLogin(client: Client): Promise<string> {
  try {
    const { viewer } = await client.graphql<{ viewer: { login: string } }>('{ viewer { login } }');
    return viewer.login;
  } catch {
    return JOB_LOGIN;
  }
}
