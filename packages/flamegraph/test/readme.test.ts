import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import * as api from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);
const folder = mkdtempSync(join(tmpdir(), 'flamegraph-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the first example holds', () => {
  const page = join(folder, 'comparison.html');
  const code = examples[0].replace("'comparison.html'", JSON.stringify(page));
  // Run inside the package, which can import itself by its name.
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  execFileSync(process.execPath, ['--conditions=@flamestep/source', '--input-type=module-typescript', '--eval', code], {
    cwd,
    stdio: 'pipe',
  });
  expect(readFileSync(page, 'utf8')).toContain('<title>before → after</title>');
});

test('everything that the examples import is exported', () => {
  const imports = examples.flatMap((code) => [...code.matchAll(/import \{([^}]*)\} from '@flamestep\/flamegraph'/g)]);
  const names = imports.flatMap(([, list]) => list.split(',')).map((name) => name.trim());
  const values = names.filter((name) => !name.startsWith('type '));
  expect(values.length).toBeGreaterThan(3);
  for (const name of values) expect(Object.keys(api)).toContain(name);
});
