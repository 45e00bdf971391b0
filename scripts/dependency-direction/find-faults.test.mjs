import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findFaults } from './find-faults.mjs';

const FLOORS = [
  {
    folder: 'core',
    name: '@x/core',
    floor: 0,
    node: ['inflate.node.ts'],
    packages: ['pako'],
    without: ['clock', 'randomness', 'network', 'DOM'],
  },
  { folder: 'twin', name: '@x/twin', floor: 0, node: [] },
  { folder: 'half', name: '@x/half', floor: 0, beside: ['@x/twin'] },
  { folder: 'view', name: '@x/view', floor: 1, node: [], never: ['react', '@octokit/*'], typesOnly: ['@x/core'] },
  { folder: 'shell', name: 'shell', floor: 4 },
];
const MANIFESTS = {
  'packages/core/package.json': { name: '@x/core', exports: { '.': './src/index.ts' }, dependencies: { pako: '1' } },
  'packages/twin/package.json': { name: '@x/twin', exports: { '.': './src/index.ts' } },
  'packages/half/package.json': { name: '@x/half', exports: { '.': './src/index.ts' }, dependencies: { '@x/twin': '1' } },
  'packages/view/package.json': { name: '@x/view', exports: { '.': './src/index.ts' }, dependencies: { '@x/core': '1' } },
  'packages/shell/package.json': { name: 'shell', devDependencies: { '@x/core': '1', '@x/view': '1' } },
};
const made = [];

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
});

function faultsOf(files) {
  const root = mkdtempSync(join(tmpdir(), 'floors-'));
  made.push(root);
  for (const [path, content] of Object.entries({ ...MANIFESTS, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return findFaults(root, FLOORS);
}

test('a house in order', () => {
  const faults = faultsOf({
    'packages/core/src/index.ts':
      "export { inflate } from '#inflate';\nexport { add } from './deep/add.ts';\nimport { gzip } from 'pako';",
    'packages/core/src/inflate.node.ts': "import { gunzipSync } from 'node:zlib'; Buffer.from([]);",
    'packages/core/src/deep/add.ts':
      "import type { A } from '../index.ts'; export const when = (nanos: number) => new Date(nanos);",
    'packages/core/src/index.test.ts': "import { test } from 'vitest'; import fs from 'node:fs'; Date.now();",
    'packages/core/test/golden.test.ts': "import '../../../fixtures/make.ts'; import { x } from '../src/index.ts';",
    'packages/view/src/index.ts': "import type { Profile } from '@x/core'; window.alert(Date.now());",
    'packages/half/src/index.ts': "export { t } from '@x/twin';",
    'packages/shell/src/main.ts':
      "import { decode } from '@x/core'; import { draw } from '@x/view'; import fs from 'fs'; process.exit();",
  });
  expect(faults).toEqual([]);
});

test.each([
  ['up', 'packages/core/src/a.ts', "import { draw } from '@x/view';", '@x/core (floor 0) imports up from @x/view (floor 1)'],
  ['up, in a test', 'packages/core/test/a.test.ts', "import 'shell';", '@x/core (floor 0) imports up from shell (floor 4)'],
  [
    'sideways',
    'packages/core/src/a.ts',
    "export { t } from '@x/twin';",
    '@x/core (floor 0) imports sideways from @x/twin (floor 0)',
  ],
  ['sideways, when called', 'packages/core/src/a.ts', "await import('@x/twin');", 'imports sideways from @x/twin'],
  ['sideways, required', 'packages/core/src/a.ts', "const t = require('@x/twin');", 'imports sideways from @x/twin'],
  ['sideways, as a type', 'packages/core/src/a.ts', "let t: import('@x/twin').T;", 'imports sideways from @x/twin'],
  ['by a path', 'packages/view/src/a.ts', "import '../../core/src/a.ts';", '../../core/src/a.ts leaves the package'],
  ['by a path, in a test', 'packages/view/test/a.test.ts', "import '../../core/src/a.ts';", 'leaves the package'],
  ['deep', 'packages/shell/src/a.ts', "import '@x/core/src/a.ts';", '@x/core/src/a.ts is not among the exports of @x/core'],
  ['computed', 'packages/shell/src/a.ts', 'await import("./" + name);', 'imports something that is computed'],
  ['Node in a pure package', 'packages/core/src/a.ts', "import { readFileSync } from 'node:fs';", "node:fs is Node's"],
  ['Node without its prefix', 'packages/core/src/a.ts', "import { readFileSync } from 'fs';", "fs is Node's"],
  [
    'a package that is not allowed',
    'packages/core/src/a.ts',
    "import 'lodash';",
    '@x/core may import no package but pako; this is lodash',
  ],
  ['a package that is refused', 'packages/view/src/a.ts', "import { useId } from 'react';", '@x/view must not import react'],
  ['a scope that is refused', 'packages/view/src/a.ts', "import '@octokit/rest';", '@x/view must not import @octokit/rest'],
  ['an undeclared package', 'packages/twin/src/a.ts', "import 'left-pad';", 'left-pad is not among the dependencies'],
  ['more than types', 'packages/view/src/a.ts', "import { decode } from '@x/core';", '@x/view may import only types of @x/core'],
  ['the clock', 'packages/core/src/a.ts', 'const now = Date.now();', 'Date.now: @x/core goes without clock'],
  ['the clock, constructed', 'packages/core/src/a.ts', 'const now = new Date();', 'new Date(): @x/core goes without clock'],
  ['a finer clock', 'packages/core/src/a.ts', 'performance.now();', 'performance: @x/core goes without clock'],
  ['randomness', 'packages/core/src/a.ts', 'Math.random();', 'Math.random: @x/core goes without randomness'],
  ['the network', 'packages/core/src/a.ts', "await fetch('/');", 'fetch: @x/core goes without network'],
  ['the network, the long way', 'packages/core/src/a.ts', "await globalThis.fetch('/');", 'fetch: @x/core goes without network'],
  ['a hidden global', 'packages/core/src/a.ts', "globalThis['fet' + 'ch']('/');", 'globalThis[…] hides which global is used'],
  ['the page', 'packages/core/src/a.ts', 'document.body;', 'document: @x/core goes without DOM'],
  ["Node's globals", 'packages/view/src/a.ts', 'process.env.HOME;', "process is Node's"],
])('%s', (_, path, source, fault) => {
  const faults = faultsOf({ [path]: `// first line\n${source}\n` });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
  expect(faults[0]).toMatch(new RegExp(`^${path}:2: `));
});

test('names that a file declares itself are not globals', () => {
  const faults = faultsOf({
    'packages/core/src/a.ts': 'const performance = 1; function f(window: number, { document }: T) { return x.fetch + window; }',
  });
  expect(faults).toEqual([]);
});

test('a package outside the table', () => {
  expect(faultsOf({ 'packages/shed/package.json': { name: 'shed' } })).toEqual([
    'packages/shed: not in the table of floors (scripts/floors.mjs)',
  ]);
});

test('dependencies in package.json count as imports', () => {
  const dependencies = { '@x/view': '1', lodash: '1' };
  expect(faultsOf({ 'packages/core/package.json': { name: '@x/core', exports: {}, dependencies } })).toEqual([
    'packages/core/package.json: dependencies: @x/core (floor 0) imports up from @x/view (floor 1)',
    'packages/core/package.json: dependencies: @x/core may import no package but pako; this is lodash',
  ]);
});

test('a package under another name than the table gives it', () => {
  expect(faultsOf({ 'packages/twin/package.json': { name: '@x/twain' } })).toEqual([
    'packages/twin/package.json: is named @x/twain, the table of floors says @x/twin',
  ]);
});
