import { readdirSync, readFileSync } from 'node:fs';
import * as diff from '@flamestep/diff';
import * as pprof from '@flamestep/pprof';
import { splitWords } from '@flamestep/record';
import { expect, test } from 'vitest';
import { flamestep, type World } from './fake-io.ts';

const page = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const runs = new URL('../../../fixtures/example-services/runs/decode/', import.meta.url);
const filesOf = (side: string) =>
  readdirSync(new URL(`${side}/`, runs))
    .filter((file) => file.endsWith('.pb.gz'))
    .slice(0, 8)
    .map((file) => new URL(`${side}/${file}`, runs));

const commandLines = [...page.matchAll(/^npx flamestep (.*?)(?: {4}#.*)?$/gm)].map(([, line]) => splitWords(line!)!);

/** The files that the command lines of the front page name, a program that was measured, and a Prometheus without data. */
const world: World = {
  files: {
    'before.pb.gz': readFileSync(filesOf('base')[0]!),
    'after.pb.gz': readFileSync(filesOf('slow-literal')[0]!),
    ...Object.fromEntries(filesOf('base').map((file, i) => [`base/${i}.pb.gz`, readFileSync(file)])),
    ...Object.fromEntries(filesOf('slow-literal').map((file, i) => [`head/${i}.pb.gz`, readFileSync(file)])),
    'o11y.yaml':
      'apiVersion: flamestep.io/v1\nkind: Service\nmetadata: { name: checkout }\nspec: { kind: backend, tier: 1, owner: shop }\n',
  },
  recordRuns: async () => ({ base: recordedSide('base'), head: recordedSide('head') }),
  fetch: async () => Response.json({ status: 'success', data: { resultType: 'vector', result: [] } }),
};

function recordedSide(side: 'base' | 'head') {
  const recorded = filesOf('base').map((_, i) => ({ profile: `${side}/${i}.pb.gz` }));
  return { commit: (side === 'base' ? 'a' : 'b').repeat(40), isDirty: false, tree: '.', runs: recorded };
}

test('the front page shows every way to ask', () => {
  expect(commandLines.map(([command]) => command)).toEqual(['diff', 'view', 'ab', 'maturity', 'top']);
});

test.each(commandLines.map((words) => [words[0], words] as const))('the front page: flamestep %s', async (_, words) => {
  const { code, out, err, files } = await flamestep(words, world);
  expect(code, err).toBe(0);
  expect(out + Object.keys(files).join()).toMatch(/literalStore|comparison\.html|checkout/);
});

test('the program of the front page prints what it says', () => {
  const [code] = [...page.matchAll(/^```ts\n(import \{ readFileSync.*?)^```/gms)].map(([, body]) => body!);
  const printed: unknown[] = [];
  const given = {
    ...pprof,
    ...diff,
    readFileSync,
    baseFiles: filesOf('base'),
    headFiles: filesOf('slow-literal'),
    console: { log: (line: unknown) => printed.push(line) },
  };
  const body = code!.replace(/^import .*$/gm, '');
  new Function(...Object.keys(given), body)(...Object.values(given));
  expect(printed).toEqual([/\/\/ (.*)$/m.exec(body)?.[1]]);
});
