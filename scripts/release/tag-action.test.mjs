import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tagAction } from './tag-action.mjs';

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_SYSTEM: devNull,
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};
let scratch;
let root;
let origin;

beforeEach(() => {
  scratch = mkdtempSync(join(realpathSync(tmpdir()), 'flamestep-tags-'));
  root = join(scratch, 'checkout');
  origin = join(scratch, 'origin.git');
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', origin], { env });
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', root], { env });
  git('remote', 'add', 'origin', origin);
  write('.gitignore', 'dist/\nLICENSE\n');
  write('packages/action/LICENSE', 'Apache\n');
});

afterEach(() => rmSync(scratch, { recursive: true, force: true }));

test('the first release makes the tag of its version, and the two that move', async () => {
  await release('1.0.0');
  expect(remoteTags()).toEqual({ 'v1.0.0': '1.0.0', 'v1.0': '1.0.0', v1: '1.0.0' });
});

test('a tag holds the source and the bundle, one commit after main, which stays as it is', async () => {
  await release('1.0.0');
  expect(git('show', 'v1:packages/action/dist/main.js')).toBe('built from 1.0.0');
  expect(git('show', 'v1:packages/action/LICENSE')).toBe('Apache');
  expect(git('rev-parse', 'v1^')).toBe(git('rev-parse', 'main'));
  expect(git('show', '--no-patch', '--format=%B', 'v1')).toBe('release: v1.0.0\n\n- About 1.0.0.');
  expect(git('ls-tree', '-r', '--name-only', 'main')).not.toContain('dist');
  expect(git('status', '--porcelain')).toBe('');
});

test('later releases move them, and leave the tags of versions where they are', async () => {
  await release('1.0.0');
  const first = git('rev-parse', 'v1.0.0');
  await release('1.1.0');
  await release('1.1.1');
  expect(remoteTags()).toEqual({
    'v1.0.0': '1.0.0',
    'v1.0': '1.0.0',
    'v1.1.0': '1.1.0',
    'v1.1.1': '1.1.1',
    'v1.1': '1.1.1',
    v1: '1.1.1',
  });
  expect(git('rev-parse', 'v1.0.0')).toBe(first);
});

test('without --push nothing is pushed', async () => {
  commit('1.0.0');
  expect(await tag({ push: false })).toEqual([
    expect.stringMatching(/^would put v1\.0\.0: new -> [0-9a-f]{40}$/),
    expect.stringMatching(/^would put v1: new/),
    expect.stringMatching(/^would put v1\.0: new/),
  ]);
  expect(remoteTags()).toEqual({});
});

test('a tag does not go back', async () => {
  await release('1.1.0');
  await expect(release('1.0.9')).rejects.toThrow('v1 is at 1.1.0 and would go back to 1.0.9');
  expect(remoteTags()).toEqual({ 'v1.1.0': '1.1.0', 'v1.1': '1.1.0', v1: '1.1.0' });
});

test('a bundle that is not what the source builds is refused', async () => {
  commit('1.0.0');
  const build = () => write('packages/action/dist/main.js', 'something else\n');
  await expect(tag({ build })).rejects.toThrow(/not what the source builds[^]*packages\/action\/dist\/main\.js/);
  expect(remoteTags()).toEqual({});
});

test('a file that the source does not build is refused', async () => {
  commit('1.0.0');
  write('packages/action/dist/extra.js', 'smuggled\n');
  const build = () => rmSync(join(root, 'packages/action/dist/extra.js'));
  await expect(tag({ build })).rejects.toThrow('packages/action/dist/extra.js');
});

test('the tag of a version is not moved to another bundle', async () => {
  await release('1.0.0');
  const before = remoteTags('%(objectname)');
  write('packages/action/dist/main.js', 'another\n');
  await expect(tag()).rejects.toThrow('v1.0.0 holds something else than this commit builds, and is not moved');
  expect(remoteTags('%(objectname)')).toEqual(before);
});

test('the tag of a version is not moved to a later commit', async () => {
  await release('1.0.0');
  const before = remoteTags('%(objectname)');
  write('packages/action/source.ts', 'changed without a new version');
  push('later');
  expect(await tag()).toEqual(['v1.0.0 is released already.']);
  expect(remoteTags('%(objectname)')).toEqual(before);
});

test('a release that broke off goes on', async () => {
  await release('1.0.0');
  await release('1.0.1');
  git('push', '--quiet', '--force', 'origin', 'v1.0.0^{commit}:refs/tags/v1', ':refs/tags/v1.0');
  expect(await tag()).toHaveLength(2);
  expect(remoteTags()).toEqual({ 'v1.0.0': '1.0.0', 'v1.0.1': '1.0.1', 'v1.0': '1.0.1', v1: '1.0.1' });
});

test('a version that is tried out moves nothing', async () => {
  await release('1.0.0');
  await release('1.1.0-rc.1');
  expect(remoteTags()).toEqual({ 'v1.0.0': '1.0.0', 'v1.0': '1.0.0', 'v1.1.0-rc.1': '1.1.0-rc.1', v1: '1.0.0' });
});

test('changes in the working tree are refused', async () => {
  commit('1.0.0');
  write('.gitignore', 'nothing\n');
  await expect(tag()).rejects.toThrow(/working tree has changes[^]*\.gitignore/);
});

test('a commit that is not on main is refused', async () => {
  await release('1.0.0');
  write('packages/action/source.ts', 'of a branch');
  git('add', '--all');
  git('commit', '--quiet', '-m', 'branch');
  await expect(tag()).rejects.toThrow('is not on main of origin');
});

test('a version without a word in the changelog is refused', async () => {
  commit('1.0.0');
  write('packages/action/CHANGELOG.md', '# action\n');
  push('silent');
  await expect(tag()).rejects.toThrow('says nothing about 1.0.0');
});

async function release(version) {
  commit(version);
  await tag();
  git('fetch', '--quiet', '--force', '--tags', 'origin');
}

function commit(version) {
  write('packages/action/package.json', JSON.stringify({ version }));
  write('packages/action/CHANGELOG.md', `# action\n\n## ${version}\n\n- About ${version}.\n`);
  write('packages/action/dist/main.js', `built from ${version}\n`);
  push(version);
}

function push(message) {
  git('add', '--all');
  git('commit', '--quiet', '-m', message);
  git('push', '--quiet', 'origin', 'main');
}

function tag({ build = () => {}, push = true } = {}) {
  return tagAction({ root, build, push, env });
}

/** The tags of the origin, each with the version that stands there, or what `format` gives. */
function remoteTags(format) {
  const run = (...args) => execFileSync('git', ['-C', origin, ...args], { env, encoding: 'utf8' }).trim();
  const names = run('tag', '--list').split('\n').filter(Boolean);
  const read = (name) =>
    format === undefined
      ? JSON.parse(run('show', `${name}:packages/action/package.json`)).version
      : run('for-each-ref', `--format=${format}`, `refs/tags/${name}`);
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, env, encoding: 'utf8' }).trim();
}

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
