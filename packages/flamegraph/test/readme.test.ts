import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import * as api from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);
const folder = mkdtempSync(join(tmpdir(), 'flamegraph-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the first example holds', async () => {
  const source = pathToFileURL(fileURLToPath(new URL('../src/index.ts', import.meta.url))).href;
  const file = join(folder, 'example.mts');
  writeFileSync(
    file,
    examples[0].replace("'@flamestep/flamegraph'", `'${source}'`).replace("'comparison.html'", `'${folder}/comparison.html'`),
  );
  await import(/* @vite-ignore */ pathToFileURL(file).href);
  expect(readFileSync(join(folder, 'comparison.html'), 'utf8')).toContain('<title>before → after</title>');
});

test('everything that the examples import is exported', () => {
  const names = examples
    .flatMap((code) => [...code.matchAll(/import \{([^}]*)\} from '@flamestep\/flamegraph'/g)])
    .flatMap(([, list]) => list.split(','));
  const values = names.map((name) => name.trim()).filter((name) => !name.startsWith('type '));
  expect(values.length).toBeGreaterThan(3);
  for (const name of values) expect(Object.keys(api)).toContain(name);
});
