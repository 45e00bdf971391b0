import { matchPath } from '@flamestep/diff';
import type { LinkTo } from '@flamestep/report';
import type { Client } from '../github/client.ts';

/** A commit as links need it. */
export interface LinkedTree {
  readonly sha: string;
  /** Paths of its files, with slashes. */
  readonly paths: readonly string[];
}

export interface LinkedRepository {
  readonly serverUrl: string;
  readonly owner: string;
  readonly repo: string;
}

/**
 * Links functions to lines of files that exist in the tree of their commit. Profiles name files by where they were built, and by what
 * their author likes: there is a link only where one path is the end of the other, and no second file fits as well.
 */
export function createLinkTo(
  repository: LinkedRepository,
  trees: Readonly<Partial<Record<'base' | 'head', LinkedTree>>>,
): LinkTo {
  const byName = { base: groupByName(trees.base), head: groupByName(trees.head) };
  return (file, line, side) => {
    const tree = trees[side];
    const wanted = file.replaceAll('\\', '/');
    const fitting = (byName[side].get(nameOf(wanted)) ?? []).filter(
      ({ file: path }) => isEndOf(path, wanted) || isEndOf(wanted, path),
    );
    // Which also leaves out libraries, and what could be two.
    const path = matchPath(wanted, fitting)?.file;
    if (tree === undefined || path === undefined) return undefined;
    const anchor = Number.isSafeInteger(line) && line > 0 ? `#L${line}` : '';
    const { serverUrl, owner, repo } = repository;
    return `${serverUrl}/${owner}/${repo}/blob/${tree.sha}/${path.split('/').map(encodeURIComponent).join('/')}${anchor}`;
  };
}

function groupByName(tree: LinkedTree | undefined): ReadonlyMap<string, readonly { readonly file: string }[]> {
  const groups = new Map<string, { readonly file: string }[]>();
  for (const file of tree?.paths ?? []) {
    const group = groups.get(nameOf(file));
    if (group === undefined) groups.set(nameOf(file), [{ file }]);
    else group.push({ file });
  }
  return groups;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isEndOf(end: string, path: string): boolean {
  return `/${path}`.endsWith(`/${end}`);
}

/** The files of a commit. Of a repository too large for one answer, none: a name that seems to be the only one might not be. */
export async function readTree(
  client: Client,
  { owner, repo }: { readonly owner: string; readonly repo: string },
  sha: string,
): Promise<LinkedTree | undefined> {
  const { data } = await client.rest.git.getTree({ owner, repo, tree_sha: sha, recursive: 'true' });
  if (data.truncated) return undefined;
  return { sha, paths: data.tree.flatMap(({ type, path }) => (type === 'blob' && path !== undefined ? [path] : [])) };
}
