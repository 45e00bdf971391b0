import { CollectError } from '../../collect-error.ts';
import { address } from '../http/address.ts';
import { demand, listAt } from '../http/answer.ts';
import type { Client } from '../http/client.ts';
import { GITHUB_API, type GithubSource } from './github-source.ts';

type Parameters = Readonly<Record<string, string>>;

/** Requests to the API of a repository. Both throw `CollectError`. */
export interface GithubRequests {
  /** The answer at a path below the repository; empty for the repository itself. */
  get(path: string, parameters?: Parameters): Promise<unknown>;
  /** All pages of a list, until one is not full or its last entry is not wanted. There are at most {@link MOST_ENTRIES}. */
  list(path: string, parameters: Parameters, isWanted?: (item: unknown) => boolean): Promise<readonly unknown[]>;
}

export const PAGE = 100;
const MOST_PAGES = 10;
/** A list of so many may be longer on GitHub. */
export const MOST_ENTRIES = PAGE * MOST_PAGES;

export function githubRequests({ url = GITHUB_API, repository }: GithubSource, client: Client): GithubRequests {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || /(?:^|\/)\.\.?(?:\/|$)/.test(repository)) {
    throw new CollectError('bad-url', 'the repository must be written as owner/name');
  }
  const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
  const get = (path: string, parameters: Parameters = {}): Promise<unknown> =>
    client.json({ url: address(url, `/repos/${repository}${path && `/${path}`}`, parameters), method: 'GET', headers });
  return {
    get,
    list: async (path, parameters, isWanted = () => true) => {
      const items: unknown[] = [];
      for (let page = 1; page <= MOST_PAGES; page++) {
        const answer = await get(path, { ...parameters, per_page: String(PAGE), page: String(page) });
        demand(answer, 'list');
        const found = listAt(answer);
        items.push(...found.filter(isWanted));
        if (found.length < PAGE || !isWanted(found[found.length - 1])) break;
      }
      return items;
    },
  };
}
