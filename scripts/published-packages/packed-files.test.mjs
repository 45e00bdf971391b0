import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unexpectedFiles } from './packed-files.mjs';

test('what is built, its source and what npm always packs may be published', () => {
  const files = [
    'package.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'dist/esm/index.js',
    'dist/esm/index.browser.js.map',
    'dist/esm/shared-CXC1oeGd.js',
    'dist/cjs/import/v8/read-node.d.ts',
    'dist/cjs/package.json',
    'src/inflate.node.ts',
    'src/wire/decode.ts',
  ];
  expect(unexpectedFiles('@flamestep/pprof', files)).toEqual([]);
});

test.each([
  '.env',
  '.npmrc',
  'npm-debug.log',
  'src/.env',
  'src/wire/decode.test.ts',
  'src/wire/secret.key',
  'src/../../../etc/passwd',
  'test/profile.pb.gz',
  'dist/esm/index.js.orig',
  'dist/esm/other.js',
  'report.api.md',
  'schema.json',
  'tsconfig.json',
])('%s is not expected', (path) => {
  expect(unexpectedFiles('@flamestep/pprof', [path])).toEqual([path]);
});

test('what one package may hold another may not', () => {
  expect(unexpectedFiles('@flamestep/report', ['schema.json'])).toEqual([]);
  expect(
    unexpectedFiles('@flamestep/backstage-plugin-flamestep-backend', ['migrations/20260101_init.js', 'openapi.yaml']),
  ).toEqual([]);
  expect(unexpectedFiles('@flamestep/backstage-plugin-flamestep', ['migrations/20260101_init.js'])).toHaveLength(1);
});

test('nothing of a package that is not listed is expected', () => {
  expect(unexpectedFiles('@flamestep/new', ['package.json'])).toEqual(['package.json']);
});

const packages = new URL('../../packages/', import.meta.url);
const manifests = readdirSync(packages)
  .filter((folder) => existsSync(new URL(`${folder}/package.json`, packages)))
  .map((folder) => ({ folder, ...JSON.parse(readFileSync(new URL(`${folder}/package.json`, packages), 'utf8')) }));
const published = manifests.filter((manifest) => manifest.private !== true);

test.each(published)('$name is listed, and says where it comes from', ({ name, folder, repository, publishConfig }) => {
  expect(unexpectedFiles(name, ['package.json'])).toEqual([]);
  // npm compares it with where it was built, and refuses to publish with provenance what stands elsewhere.
  expect(repository).toEqual({
    type: 'git',
    url: 'git+https://github.com/flamestep/flamestep.git',
    directory: `packages/${folder}`,
  });
  expect(publishConfig).toMatchObject({ access: 'public', provenance: true });
});

test('all that are published have one version number, and what is not published is not in their group', () => {
  const { fixed } = JSON.parse(readFileSync(new URL('../../.changeset/config.json', import.meta.url), 'utf8'));
  const inGroup = (name) =>
    fixed[0].some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name));
  expect(manifests.filter(({ name }) => inGroup(name)).map(({ name }) => name)).toEqual(published.map(({ name }) => name));
  expect(new Set(published.map(({ version }) => version)).size).toBe(1);
});
