import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const guide = read('docs/portal.md');
const blocks = (language) =>
  [...guide.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, name, code]) => (name === language ? [code] : []));
const example = parse(read('app-config.yaml'));
const production = parse(read('app-config.production.yaml'));

test('what the guide speaks of is there', () => {
  const links = [...guide.matchAll(/\]\(\.\.\/([^)#]+)/g)].map(([, path]) => path);
  const named = [...guide.matchAll(/`((?:packages|fixtures|app-config)[\w./-]*)`/g)].map(([, path]) => path);
  expect(links.length + named.length).toBeGreaterThan(10);
  expect([...links, ...named].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

test('its configurations are those of the example and of its production', () => {
  const [token, database] = blocks('yaml').map((block) => parse(block));
  const [{ accessRestrictions, options }] = token.backend.auth.externalAccess;
  expect(example.backend.auth.externalAccess).toMatchObject([
    { type: 'static', accessRestrictions, options: { token: options.token } },
  ]);
  expect(production.backend.database).toEqual(database.backend.database);
});

test('its commands give production every variable that it asks for, and no other', () => {
  const commands = blocks('sh').join('\n');
  const asked = [...read('app-config.production.yaml').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
  const given = [...commands.matchAll(/\b([A-Z_]+)=/g)].map(([, name]) => name).filter((name) => name !== 'NODE_ENV');
  expect(new Set(given)).toEqual(new Set(asked));
  const files = [...commands.matchAll(/--config (\S+)|(packages\/\S+\.ts)/g)].map(([, config, program]) => config ?? program);
  expect(files).toHaveLength(3);
  expect(files.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});
