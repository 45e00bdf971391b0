import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../published-packages/capture.mjs';
import { changelogSection } from './changelog-section.mjs';
import { planTags } from './plan-tags.mjs';

const ACTION = 'packages/action';
// They are built, and so not in the repository; workflows fetch them from a tag.
const BUILT = [`${ACTION}/dist`, `${ACTION}/LICENSE`];
// Where the tags of origin are looked at, whatever tags there are here.
const TAGS = 'refs/flamestep-tags';
const NAME = 'github-actions[bot]';
const EMAIL = '41898282+github-actions[bot]@users.noreply.github.com';
const AUTHOR = { GIT_AUTHOR_NAME: NAME, GIT_AUTHOR_EMAIL: EMAIL, GIT_COMMITTER_NAME: NAME, GIT_COMMITTER_EMAIL: EMAIL };

/**
 * Puts what is checked out, together with the action's bundle, on a tag of the action's version, and moves `v1` and `v1.2` there:
 * on `origin` where `push` is true, else it only says what it would do. `build()` builds the bundle once more, and what it builds has
 * to be what was there. `env` is what git is run with. Resolves to one line for each tag.
 *
 * A tag of a version is never moved, and no tag goes back. Rejects, with nothing pushed, where one of this does not hold, the
 * working tree has changes, or the commit is not on main of `origin`.
 */
export async function tagAction({ root, build, push, env = process.env }) {
  await mustBeClean();
  await git([
    'fetch',
    '--quiet',
    '--no-tags',
    '--prune',
    'origin',
    `+refs/tags/*:${TAGS}/*`,
    '+refs/heads/main:refs/remotes/origin/main',
  ]);
  const head = await git(['rev-parse', 'HEAD']);
  if (!(await isAncestor(head, 'refs/remotes/origin/main'))) throw new Error(`${head} is not on main of origin.`);

  const version = await versionAt('HEAD');
  const standing = await standingTags();
  const { exact, moving } = planTags(version, (tag) => standing.get(tag)?.version);
  const target = await released(exact);
  const changes = [exact, ...moving]
    .map((tag) => ({ tag, from: standing.get(tag) }))
    .filter(({ from }) => from?.commit !== target);
  if (changes.length === 0) return [`${exact} is released already.`];
  if (push) await pushAll(changes);
  return changes.map(({ tag, from }) => `${push ? '' : 'would put '}${tag}: ${from?.commit ?? 'new'} -> ${target}`);

  async function mustBeClean() {
    const changed = await git(['status', '--porcelain', '--untracked-files=no']);
    if (changed !== '') throw new Error(`The working tree has changes:\n${changed}`);
  }

  /** A map from each tag of a version, exact or moving, to `{ object, commit, version }`. */
  async function standingTags() {
    const refs = (await git(['for-each-ref', '--format=%(refname)', TAGS])).split('\n');
    const names = refs.map((ref) => ref.slice(TAGS.length + 1)).filter((tag) => /^v\d/.test(tag));
    const entries = names.map(async (tag) => {
      const object = await git(['rev-parse', `${TAGS}/${tag}`]);
      return [tag, { object, commit: await git(['rev-parse', `${object}^{commit}`]), version: await versionAt(object) }];
    });
    return new Map(await Promise.all(entries));
  }

  async function versionAt(revision) {
    return JSON.parse(await git(['show', `${revision}:${ACTION}/package.json`])).version;
  }

  /** The commit of a version: that of its tag where it has one, or else a new one. */
  async function released(tag) {
    const existing = standing.get(tag);
    if (existing === undefined) return commitOfBundle();
    const source = await git(['rev-parse', `${existing.commit}^`]);
    if (!(await isAncestor(source, head))) throw new Error(`${tag} was not made from a commit before ${head}.`);
    if (source === head && existing.commit !== (await commitOfBundle())) {
      throw new Error(`${tag} holds something else than this commit builds, and is not moved. Raise the version.`);
    }
    return existing.commit;
  }

  async function commitOfBundle() {
    const before = await treeWithBundle();
    await build();
    await mustBeClean();
    const after = await treeWithBundle();
    if (before !== after) {
      const differing = await git(['diff-tree', '-r', '--name-only', before, after]);
      throw new Error(`The bundle is not what the source builds. These files differ:\n${differing}`);
    }
    const changelog = changelogSection(await git(['show', `HEAD:${ACTION}/CHANGELOG.md`]), version);
    // The same commit each time, so that a run that broke off can be repeated.
    const date = await git(['show', '--no-patch', '--format=%cI', 'HEAD']);
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return git(['commit-tree', after, '-p', head, '-m', `release: v${version}\n\n${changelog}`], { ...AUTHOR, ...dates });
  }

  /** The tree of what is committed and what was built, made in an index of its own. */
  async function treeWithBundle() {
    const scratch = mkdtempSync(join(tmpdir(), 'flamestep-tag-'));
    try {
      const index = { GIT_INDEX_FILE: join(scratch, 'index') };
      await git(['read-tree', 'HEAD'], index);
      await git(['add', '--force', '--', ...BUILT], index);
      return await git(['write-tree'], index);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }

  /** All or nothing, and only where nobody moved a tag meanwhile. */
  function pushAll(changes) {
    const leases = changes.map(({ tag, from }) => `--force-with-lease=refs/tags/${tag}:${from?.object ?? ''}`);
    return git(['push', '--quiet', '--atomic', ...leases, 'origin', ...changes.map(({ tag }) => `${target}:refs/tags/${tag}`)]);
  }

  function isAncestor(commit, of) {
    return git(['merge-base', '--is-ancestor', commit, of]).then(
      () => true,
      () => false,
    );
  }

  async function git(args, more) {
    return (await capture('git', args, { cwd: root, env: { ...env, ...more } })).trim();
  }
}
