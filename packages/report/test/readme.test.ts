import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as report from '../src/index.ts';
import { states } from './story.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [example] = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);

test('the example reads a report and shows it in three ways', () => {
  const written = new Map<string, string>();
  const given = {
    ...report,
    readFileSync: () => report.renderJson([states['regressed']].flat()[0]),
    writeFileSync: (name: string, text: string) => written.set(name, text),
    console: { log: (text: string) => written.set('terminal', text) },
  };
  new Function(...Object.keys(given), example.replace(/^import .*$/gm, ''))(...Object.values(given));
  expect(written.get('terminal')).toContain('1 function got slower, 0 got faster');
  expect(written.get('report.html')).toContain('<!doctype html>');
  expect(written.get('comment.md')).toContain('[full report with flame graph](https://ci.example/report)');
});

test('every function it names is exported', () => {
  const table = readme.slice(readme.indexOf('| function |'), readme.indexOf('## The report'));
  const named = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !(name in report))).toEqual([]);
});
