import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const RATES = cellsIn(textOf('bench/VERDICTS.md'));

/** The rows of all tables of a page. */
function cellsIn(page: string): readonly (readonly string[])[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf);
}

/** The rows of the table under a comment `<!-- rates: NAME, as bench/VERDICTS.md has them -->`. */
function shown(name: string): readonly (readonly string[])[] {
  const after = textOf('docs/explanation/verdicts.md').split(`<!-- rates: ${name}, as bench/VERDICTS.md has them -->\n`)[1] ?? '';
  return cellsIn(after.split('\n\n')[0] ?? '').slice(2);
}

test('the rate of false alarms is the one that was measured', () => {
  const measured = RATES.filter(([runs = '', rate = '']) => /^\d+$/.test(runs) && rate.endsWith('%'));
  expect(shown('identical')).toEqual(measured.map((row) => [row[0], row[1], row.at(-1)]));
});

test('the rate of changes that are found is the one that was measured', () => {
  const pair = 'cpu: base → slow-literal';
  const measured = RATES.filter(([name]) => name === pair);
  expect(measured).toHaveLength(3);
  expect(shown(pair)).toEqual(measured.map((row) => row.slice(1, 3)));
});
