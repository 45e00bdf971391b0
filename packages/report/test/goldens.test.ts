import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMarker, renderMarkdown, renderTerminal, type Report } from '../src/index.ts';
import { linkTo, links, states } from './story.ts';

const folder = new URL('goldens/', import.meta.url);
const REGENERATE = 'UPDATE_GOLDENS=1 npx vitest run packages/report/test/goldens.test.ts';

function expectGolden(name: string, text: string): void {
  const file = new URL(name, folder);
  if (process.env['UPDATE_GOLDENS'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`there is no golden ${name}; make it with: ${REGENERATE}`);
  expect(text, `${name} changed; if that is meant: ${REGENERATE}`).toBe(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
}

const comment = (report: Report | readonly Report[]) => renderMarkdown(report, { linkTo, links });

test.each(Object.entries(states))('comment: %s', (name, report) => {
  expectGolden(`${name}.md`, comment(report).text);
});

test('an edit says that it is no longer slower', () => {
  const before = readMarker(comment(states['regressed']).text);
  const { text } = renderMarkdown(states['no-change'], { links, previous: before === undefined ? [] : [before] });
  expect(text).toContain('**No longer slower.');
  expectGolden('no-change-edit.md', text);
});

test('an edit does not say so of what was only accepted', () => {
  const before = readMarker(comment(states['regressed']).text);
  const { text } = renderMarkdown(states['acknowledged'], { links, previous: before === undefined ? [] : [before] });
  expect(text).not.toContain('No longer slower');
  expect(text).toContain('none slower, 1 acknowledged');
  expect(readMarker(text)).toMatchObject({ slower: 0, acknowledged: 1 });
});

test.each(Object.entries(states))('terminal: %s', (name, report) => {
  const reports = Array.isArray(report) ? report : [report];
  if (reports.length === 1) expectGolden(`${name}.txt`, renderTerminal(reports[0]));
});
