import { expect, test } from 'vitest';
import { activeFilterLines } from './active-filters.ts';
import { reportSettings } from './report-options.ts';
import type { ReportOptions } from './report-options.ts';

const lines = (options: ReportOptions) => activeFilterLines(reportSettings('top', options));

test('names the filters in the order of pprof', () => {
  expect(lines({ tagHide: 'b', showFrom: 'main', focus: 'parse|render' })).toEqual([
    'Active filters:',
    '   focus=parse|render',
    '   show_from=main',
    '   taghide=b',
  ]);
});

test('says nothing without filters; prune_from is none', () => {
  expect(lines({ pruneFrom: 'x' })).toEqual([]);
});

test('cuts after 80 bytes', () => {
  expect(lines({ focus: 'a'.repeat(74) })[1]).toBe(`   focus=${'a'.repeat(74)}`);
  expect(lines({ focus: 'a'.repeat(75) })[1]).toBe(`   focus=${'a'.repeat(74)}…`);
  expect(lines({ focus: `${'a'.repeat(73)}é` })[1]).toBe(`   focus=${'a'.repeat(73)}\ufffd…`);
});
