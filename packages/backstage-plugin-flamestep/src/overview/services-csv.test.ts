import { expect, test } from 'vitest';
import { notRated, summary } from '../../test/service-examples.ts';
import { servicesCsv } from './services-csv.ts';

const columns = (line = '') => line.split(',');

test('a service is a row, and what is not known is an empty cell', () => {
  const [head, first, second] = servicesCsv([summary, notRated.service]).split('\r\n');
  const cell = (line: string | undefined, name: string) => columns(line)[columns(head).indexOf(name)];
  expect(cell(first, 'step')).toBe('2');
  expect(cell(first, 'score_low')).toBe('0.29');
  expect(cell(first, 'trend')).toBe('slower');
  expect(cell(second, 'rated')).toBe('false');
  expect(cell(second, 'step')).toBe('');
  expect(cell(second, 'score_low')).toBe('');
});

test('a title can neither break the table nor run in a spreadsheet', () => {
  const csv = servicesCsv([{ ...summary, title: '=HYPERLINK("http://x","y")' }]);
  expect(csv).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
});
