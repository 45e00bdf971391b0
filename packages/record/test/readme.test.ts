import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import * as api from '../src/index.ts';
import { environment, program, removeFolders, repository, temporaryFolder, write } from './repository.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');

afterEach(removeFolders);

test('the example prints what it says', async () => {
  const [, example] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
  expect(promised).toHaveLength(2);

  // A repository and a benchmark of ours in place of the reader's.
  const outputFolder = join(temporaryFolder(), 'profiles');
  const folder = temporaryFolder();
  write(folder, { 'bench.mjs': `${program('x')}console.log('BenchmarkParse-8 5000 12 ns/op');` });
  const recordRuns = (options: api.RecordOptions) =>
    api.recordRuns({
      ...options,
      folder: repository(),
      command: [process.execPath, join(folder, 'bench.mjs'), '{profile}'],
      runs: 1,
      outputFolder,
      environment,
    });
  const printed: string[] = [];
  const names = {
    ...api,
    recordRuns,
    console: { log: (value: unknown) => printed.push(String(value).replace(outputFolder, 'profiles').replaceAll('\\', '/')) },
  };
  const body = example.replace(/^import .*$/gm, '');
  await new Function(...Object.keys(names), `return (async () => {${body}})()`)(...Object.values(names));
  expect(printed).toEqual(promised);
});

test('every code of an error is listed', () => {
  const source = readFileSync(new URL('../src/record-error.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(5);
  for (const code of codes) expect(readme).toContain(`\`${code}\``);
});
