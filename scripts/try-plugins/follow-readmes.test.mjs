import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { followSteps } from './follow-readmes.mjs';

let folder;
const read = (path) => readFileSync(join(folder, path), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'follow-readmes-'));
  for (const path of ['packages/app', 'examples']) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'packages/app/package.json'), '{"dependencies":{"react":"^18.0.0"}}');
  writeFileSync(join(folder, 'app-config.yaml'), 'app: { title: Shop, extensions: [a] }\nbackend: { port: 1 }\n');
  writeFileSync(join(folder, 'examples/entities.yaml'), 'kind: System\nmetadata: { name: examples }\n');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('what is added becomes a dependency', () => {
  followSteps(folder, [{ kind: 'add', folder: 'packages/app', name: '@acme/plugin' }]);
  expect(JSON.parse(read('packages/app/package.json')).dependencies).toEqual({ react: '^18.0.0', '@acme/plugin': '*' });
});

test('configuration is merged, lists too', () => {
  followSteps(folder, [{ kind: 'write', file: 'app-config.yaml', content: 'app: { extensions: [b] }\nacme: { on: true }\n' }]);
  expect(parse(read('app-config.yaml'))).toEqual({
    app: { title: 'Shop', extensions: ['a', 'b'] },
    backend: { port: 1 },
    acme: { on: true },
  });
});

test('annotations make one service of the catalog', () => {
  const annotate = { kind: 'write', file: 'catalog-info.yaml', content: 'metadata: { annotations: { acme: checkout } }' };
  followSteps(folder, [annotate, annotate]);
  const [, service, ...others] = parseAllDocuments(read('examples/entities.yaml')).map((document) => document.toJS());
  expect(service).toMatchObject({ kind: 'Component', metadata: { name: 'checkout', annotations: { acme: 'checkout' } } });
  expect(others).toEqual([]);
});

test('files are written and changed', () => {
  followSteps(folder, [
    { kind: 'write', file: 'packages/backend/src/acme.ts', content: 'a\nc\n' },
    { kind: 'change', file: 'packages/backend/src/acme.ts', hunks: [' a\n+b\n', '-c\n'] },
  ]);
  expect(read('packages/backend/src/acme.ts')).toBe('a\nb\n');
});
