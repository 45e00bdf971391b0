import { afterEach, beforeEach, expect } from 'vitest';
import { createFakeGitHub, type FakeGitHub } from '../../../fixtures/fake-github/create-fake-github.ts';
import { loadDescription } from '../../../fixtures/fake-github/contract/load-description.ts';
import { notBuilt } from './run-action.ts';
import { Shop } from './shop.ts';

const loaded = loadDescription();

/** Why scenarios cannot run here; undefined where they can. */
export const skipped = notBuilt ?? (loaded.description === undefined ? loaded.reason : undefined);
if (skipped !== undefined) console.warn(`skipped: ${skipped}`);

/** A fake GitHub with a repository for each test of the block around it; after each, nothing may have gone against GitHub's description. */
export function useShop(): { readonly github: FakeGitHub; readonly shop: Shop } {
  let github: FakeGitHub;
  let shop: Shop;
  beforeEach(async () => {
    github = await createFakeGitHub({ description: loaded.description! });
    shop = new Shop(github);
  });
  afterEach(async () => {
    expect(github.contractViolations).toEqual([]);
    await github.close();
  });
  return {
    get github() {
      return github;
    },
    get shop() {
      return shop;
    },
  };
}

/** The calls of the REST API, without its host: `GET /commits/abc 200`, with ids and commits left out. */
export function callsOf(github: FakeGitHub): string[] {
  return github.requests
    .filter(({ path }) => !path.startsWith('/blobs/'))
    .map(({ method, path, status }) => {
      const route = path
        .replace(/^\/repos\/[^/]+\/[^/]+/, '')
        .replace(/^\/twirp\/.*\//, 'artifacts: ')
        .replace(/\?.*$/, '')
        .replace(/\b[\da-f]{40}\b/g, 'SHA')
        .replace(/\/\d+/g, '/N');
      return `${method} ${route} ${status}`;
    });
}
