import { readFileSync } from 'node:fs';
import { ConfigReader } from '@backstage/config';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../src/config/read-config.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const readmes = ['backend', 'backend-module-github-oidc', 'common', 'node']
  .map((ending) => read(`../../backstage-plugin-flamestep-${ending}/README.md`))
  .concat(read('../../backstage-plugin-flamestep/README.md'));
const examples = [...readmes[0]!.matchAll(/^```yaml\n# app-config.yaml\n(.*?)^```/gms)].map(([, code]) => parse(code!));
const known = keysOf(read('../config.d.ts'));

test('the configurations in the README can be read', () => {
  const [first, ...others] = examples.map((example) => readConfig(new ConfigReader(example)));
  expect(first).toMatchObject({ targets: { 1: 3, 2: 2, 3: 1 }, notifications: { enabled: true }, assess: { everyHours: 6 } });
  expect(first!.sources.map(({ type }) => type)).toEqual(['prometheus', 'alertmanager', 'github']);
  expect(others.map(({ ingest }) => ingest.tokens)).toEqual([[{ subject: 'external:ci', repositories: ['shop/*'] }]]);
});

test('config.d.ts has every key that they set', () => {
  const set = examples.flatMap((example) => pathsOf({ flamestep: example.flamestep }));
  expect(set).toContain('flamestep.ingest.tokens.subject');
  expect(set.filter((path) => !known.has(path) && !known.has(path.replace(/\.[^.]+$/, '.*')))).toEqual([]);
});

test('config.d.ts has every key that READMEs speak of', () => {
  const isCode = /^flamestep\.(service|report|io|step)\b/;
  const named = readmes.flatMap((readme) => [...readme.matchAll(/`(flamestep(?:\.\w+)+)`/g)].map(([, path]) => path!));
  expect(named.filter((path) => !isCode.test(path) && !known.has(path))).toEqual([]);
});

/** The paths of all properties of an interface `Config`; items of lists have those of their list, and `*` stands for any key. */
function keysOf(declarations: string): Set<string> {
  const file = ts.createSourceFile('config.d.ts', declarations, ts.ScriptTarget.Latest, true);
  const paths = new Set<string>();
  const visit = (node: ts.Node, parent: string): void => {
    const name = ts.isPropertySignature(node) ? node.name.getText() : ts.isIndexSignatureDeclaration(node) ? '*' : undefined;
    const path = [parent, name].filter(Boolean).join('.');
    if (name !== undefined) paths.add(path);
    ts.forEachChild(node, (child) => visit(child, path));
  };
  visit(file, '');
  return paths;
}

function pathsOf(value: unknown, parent = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, parent));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = parent === '' ? key : `${parent}.${key}`;
    return [path, ...pathsOf(inner, path)];
  });
}
