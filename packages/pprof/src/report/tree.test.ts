import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import type { Profile } from '../profile.ts';
import { renderTree } from './render-tree.ts';
import type { ReportOptions } from './report-options.ts';
import { peek, tree } from './tree.ts';
import type { TreeCall, TreeReport } from './tree.ts';

/** `['caller 3, other 1 > name flat/cum > callee 2', …]` */
function rows(report: TreeReport): string[] {
  const calls = (list: readonly TreeCall[]) =>
    list.map(({ name, weight, isInline }) => `${name} ${weight}${isInline ? ' inline' : ''}`).join(', ');
  return report.rows.map(
    ({ name, flat, cum, callers, callees }) => `${calls(callers)} > ${name} ${flat}/${cum} > ${calls(callees)}`,
  );
}

const treeRows = (profile: Profile, options: ReportOptions = {}) => rows(tree(profile, options));

const work = profileOf('main;parse;alloc 30', 'main;parse 5', 'main;render > draw 12', 'main;render > draw;alloc 4');

test('lists callers and callees, the heaviest first', () => {
  expect(treeRows(work)).toEqual([
    'parse 30, draw 4 > alloc 34/34 > ',
    'render 16 inline > draw 12/16 > alloc 4',
    'main 35 > parse 5/35 > alloc 30',
    ' > main 0/51 > parse 35, render 16',
    'main 16 > render 0/16 > draw 16 inline',
  ]);
});

test('writes the table of pprof, in which calls are shares of their function', () => {
  const text = renderTree(peek(work, '^draw'));
  const separator = '----------------------------------------------------------+-------------';
  expect(text).toBe(
    [
      'Type: samples',
      'Showing nodes accounting for 51, 100% of 51 total',
      separator,
      '      flat  flat%   sum%        cum   cum%   calls calls% + context \t \t ',
      separator,
      '                                                16   100% |   render (inline)',
      '        12 23.53% 23.53%         16 31.37%                | draw',
      '                                                 4 25.00% |   alloc',
      separator,
      '',
    ].join('\n'),
  );
});

test('small calls are left out', () => {
  expect(treeRows(work, { edgeFraction: 0.1 })[0]).toBe('parse 30 > alloc 34/34 > ');
});

test('calls over functions that were left out go to the next caller', () => {
  const deep = profileOf('main;small;work 1', 'main;work 99');
  expect(treeRows(deep, { nodeFraction: 0.05 })).toEqual(['main 100 > work 100/100 > ', ' > main 0/100 > work 100']);
});

test('a function whose costs cancel out has no row, but is a caller and a callee', () => {
  const diff = profileOf('main;both;up 5', 'main;both;down -5', 'main 3');
  expect(treeRows(diff, { nodeFraction: 0 })).toEqual(['both -5 > down -5/-5 > ', 'both 5 > up 5/5 > ', ' > main 3/3 > both 0']);
});

test('shows 80 functions where no number is given', () => {
  const many = profileOf(...Array.from({ length: 90 }, (_, i) => `f${i} 10`));
  const report = tree(many);
  expect(report.rows).toHaveLength(80);
  expect(report.header.at(-1)).toBe('Showing top 80 nodes out of 90');
});

test('peek matches the printed name, and trims nothing', () => {
  const many = profileOf(...Array.from({ length: 900 }, (_, i) => `f${i}@a.go:${i} 10`));
  expect(rows(peek(many, 'a.go:899$', { granularity: 'lines' }))).toEqual([' > f899 a.go:899 10/10 > ']);
});

test('peek fails where nothing matches, and where the pattern cannot be read', () => {
  expect(() => peek(work, 'nothing')).toThrow('no matches found for regexp: nothing');
  expect(() => peek(work, '(')).toThrow(expect.objectContaining({ code: 'incompatible' }));
});

test('a report without rows ends after the legend', () => {
  expect(renderTree(tree(profileOf('(empty) 0'))).endsWith('context \t \t \n')).toBe(true);
});
