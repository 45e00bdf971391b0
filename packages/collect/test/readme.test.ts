import { readFileSync } from 'node:fs';
import * as maturity from '@flamestep/maturity';
import * as pprof from '@flamestep/pprof';
import { afterEach, expect, test } from 'vitest';
import * as collect from '../src/index.ts';
import { serve, stopServers } from '../../../fixtures/servers/local-server.ts';

afterEach(stopServers);

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const profile = readFileSync(new URL('../../../fixtures/json-unmarshal/base.pb.gz', import.meta.url));

test('the example prints the functions that cost most', async () => {
  const origin = await serve((_, response) => response.end(profile));
  const [, example] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];
  const printed: string[] = [];
  const names = { ...collect, ...pprof, console: { log: (text: string) => printed.push(text) } };
  const body = example.replace(/^import .*$/gm, '').replace('http://localhost:6060', origin);
  await new Function(...Object.keys(names), `return (async () => {${body}})()`)(...Object.values(names));
  expect(printed.join()).toContain('Showing top 5 nodes out of');
});

test('the example of evidence tells the step', async () => {
  const origin = await serve((_, response) => response.writeHead(400).end());
  const [, [, example]] = [...readme.matchAll(/^```ts\n(.*?)^```/gms)];
  const printed: unknown[][] = [];
  const names = { ...collect, ...maturity, console: { log: (...words: unknown[]) => printed.push(words) } };
  const body = example!.replace(/^import .*$/gm, '').replace('http://localhost:9090', origin);
  await new Function(...Object.keys(names), `return (async () => {${body}})()`)(...Object.values(names));
  expect(printed).toEqual([[0, 1]]);
});

test('every source is listed', () => {
  const source = readFileSync(new URL('../src/evidence/questions-for.ts', import.meta.url), 'utf8');
  const types = [...source.matchAll(/case '([a-z-]+)'/g)].map(([, type]) => type);
  expect(types.length).toBeGreaterThan(10);
  for (const type of types) expect(readme).toContain(`\`${type}\``);
});

test('every code of an error is listed', () => {
  const source = readFileSync(new URL('../src/collect-error.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(5);
  for (const code of codes) expect(readme).toContain(`\`${code}\``);
});
