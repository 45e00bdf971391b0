import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMetadata } from '../scripts/action-metadata.ts';
import { withCurrentTables } from '../scripts/readme-tables.ts';
import { MOST_ANCESTORS, OLDEST_DAYS } from '../src/baseline/list-ancestors.ts';
import { MOST_LEGS } from '../src/merging/merge-results.ts';
import { MOST_RESULTS } from '../src/second-stage/comment-on-run.ts';
import { textOf } from './workflow-files.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the tables of the README are current', () => {
  expect(withCurrentTables(readme, readMetadata), 'to mend it: npm run readme -w @flamestep/action').toBe(readme);
});

test('a README without a place for the tables is refused', () => {
  expect(() => withCurrentTables('# flamestep', readMetadata)).toThrow(
    "the README needs '<!-- main: made by npm run readme -->'",
  );
});

test('the workflow of the README is that of the example', () => {
  expect(readme.match(/```yaml\n([\s\S]*?)```/)?.[1]).toBe(textOf('examples/go/.github/workflows/performance.yml'));
});

test('the numbers of the README are those of the code', () => {
  const said = readme.replaceAll('\n', ' ');
  expect(said).toContain(`At most ${MOST_LEGS} legs are shown, and ${MOST_RESULTS} in the comment of a fork.`);
  expect(said).toContain(`at most ${MOST_ANCESTORS} commits and ${OLDEST_DAYS} days away`);
});

test('every file that the README links to is there', () => {
  for (const [, path] of readme.matchAll(/\]\((?!https:)([^)#]+)\)/g)) {
    expect(() => readFileSync(new URL(`../${path}`, import.meta.url)), path).not.toThrow(/ENOENT/);
  }
});
