import { listAt, numberAt, objectAt, textAt } from '../http/answer.ts';
import type { GithubRequests } from './github-requests.ts';

/** The files of a repository's default branch. */
export interface GithubFiles {
  readonly branch: string;
  /** Whether the repository has issues switched on. */
  readonly takesIssues: boolean;
  /** Of the files that can be read; the longest are left out. */
  readonly paths: readonly string[];
  /** Texts by path, of so many files at most. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const MOST_FILES = 30;
const LONGEST_FILE = 200_000;

/** Throws `CollectError`. */
export async function githubFiles({ get }: GithubRequests): Promise<GithubFiles> {
  const repository = objectAt(await get(''));
  const branch = textAt(repository, 'default_branch');
  const tree = await get(`git/trees/${encodeURIComponent(branch)}`, { recursive: '1' });
  const files = listAt(tree, 'tree').filter(
    (entry) => textAt(entry, 'type') === 'blob' && numberAt(entry, 'size') <= LONGEST_FILE,
  );
  return {
    branch,
    takesIssues: repository['has_issues'] === true,
    paths: files.map((file) => textAt(file, 'path')),
    read: async (paths) => {
      const texts = paths.slice(0, MOST_FILES).map(async (path) => {
        const file = await get(`contents/${path.split('/').map(encodeURIComponent).join('/')}`, { ref: branch });
        return [path, Buffer.from(textAt(file, 'content'), 'base64').toString()] as const;
      });
      return new Map(await Promise.all(texts));
    },
  };
}
