import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import type { Profile } from '../profile.ts';
import { renderTop } from './render-top.ts';
import type { ReportOptions } from './report-options.ts';
import { top } from './top.ts';

const work = profileOf(
  { sampleTypes: 'samples/count cpu/nanoseconds', mappings: { '/bin/app': { buildId: 'b1' } }, durationNanos: 2_000_000_000n },
  'main;parse;alloc 30 300000000',
  'main;parse 5 50000000',
  'main;render > draw 12 120000000',
);

/** `['name flat/cum', …]`, with how a row is inlined where it is. */
function rows(profile: Profile, options: ReportOptions = {}): string[] {
  return top(profile, options).rows.map(({ name, flat, cum, inlined }) => {
    const row = `${name} ${flat}/${cum}`;
    return inlined === 'no' ? row : `${row} ${inlined}`;
  });
}

test('gives raw values in the unit of the sample type', () => {
  const { sampleType, total } = top(work);
  expect({ sampleType, total }).toEqual({ sampleType: { type: 'cpu', unit: 'nanoseconds' }, total: 470_000_000 });
  expect(rows(work, { sampleIndex: 'samples' })).toEqual([
    'alloc 30/30',
    'draw 12/12 always',
    'parse 5/35',
    'main 0/47',
    'render 0/12',
  ]);
});

test('writes the table of pprof', () => {
  expect(renderTop(top(work))).toBe(
    [
      'File: app',
      'Build ID: b1',
      'Type: cpu',
      'Duration: 2s, Total samples = 470ms (23.50%)',
      'Showing nodes accounting for 470ms, 100% of 470ms total',
      '      flat  flat%   sum%        cum   cum%',
      '     300ms 63.83% 63.83%      300ms 63.83%  alloc',
      '     120ms 25.53% 89.36%      120ms 25.53%  draw (inline)',
      '      50ms 10.64%   100%      350ms 74.47%  parse',
      '         0     0%   100%      470ms   100%  main',
      '         0     0%   100%      120ms 25.53%  render',
      '',
    ].join('\n'),
  );
});

test('says what it left out', () => {
  const text = renderTop(top(work, { nodeFraction: 0.3, nodeCount: 2, compactLabels: true, sort: 'cum', focus: 'parse' }));
  expect(text).toBe(
    [
      'Active filters:',
      '   focus=parse',
      'Showing nodes accounting for 50ms, 10.64% of 470ms total',
      'Showing top 2 nodes out of 3',
      '      flat  flat%   sum%        cum   cum%',
      '         0     0%     0%      350ms 74.47%  main',
      '      50ms 10.64% 10.64%      350ms 74.47%  parse',
      '',
    ].join('\n'),
  );
  expect(renderTop(top(work, { nodeFraction: 0.3 }))).toContain('\nDropped 2 nodes (cum <= 141ms)\n');
  expect(renderTop(top(work, { nodeFraction: 0.7 }))).toContain('\nDropped 3 nodes (cum <= 329ms)\n');
});

test('a function that is inlined in places is told so', () => {
  expect(rows(profileOf('main;work 4', 'main > work 3'))).toContain('work 7/7');
  expect(rows(profileOf('other;work 4', 'main > work 3'))).toContain('work 7/7 sometimes');
});

test('rows of means are divided each on its own, in whole numbers', () => {
  const heap = profileOf({ sampleTypes: 'objects/count space/bytes' }, 'main;a 2 7', 'main;b 3 100');
  expect(rows(heap, { mean: true })).toEqual(['b 33/33', 'a 3/3', 'main 0/21']);
  expect(top(heap, { mean: true })).toMatchObject({ total: 21, sampleType: { type: 'mean_space', unit: 'bytes' } });
});

test('a comparison counts the base as 100 %, and shows what got cheaper', () => {
  const diff = profileOf('main;a 30', 'main;b 5', 'main;a -20 {pprof::base=true}', 'main;b -10 {pprof::base=true}');
  expect(top(diff).total).toBe(30);
  expect(rows(diff)).toEqual(['a 10/10', 'b -5/-5', 'main 0/5']);
  expect(renderTop(top(diff))).toContain('        -5 16.67% 16.67%         -5 16.67%  b\n');
});

test.each([
  ['functions', ['f 3/3']],
  ['filefunctions', ['f b.go 2/2', 'f a.go 1/1']],
  ['files', ['b.go 2/2', 'a.go 1/1']],
  ['lines', ['f b.go:9 2/2', 'f a.go:5 1/1']],
  ['addresses', ['0000000000000020 f b.go:9 2/2', '0000000000000010 f a.go:5 1/1']],
] as const)('granularity %s', (granularity, expected) => {
  expect(rows(profileOf('f@a.go:5#0x10 1', 'f@b.go:9#0x20 2'), { granularity })).toEqual(expected);
});

test('noInlines gives the cost to the function that was really called', () => {
  expect(rows(work, { noInlines: true, sampleIndex: '0' })).toContain('render 12/12');
});

test('trimPath takes leading folders off files', () => {
  expect(rows(profileOf('f@/build/src/a.go:5 1'), { granularity: 'files', trimPath: '/build' })).toEqual(['src/a.go 1/1']);
});

test('divideBy changes what is written, not the data', () => {
  const report = top(work, { sampleIndex: 'samples', divideBy: 10 });
  expect(report.rows[0]).toMatchObject({ name: 'alloc', flat: 30 });
  expect(renderTop(report)).toContain('         3 63.83% 63.83%          3 63.83%  alloc\n');
});

test('an empty profile', () => {
  expect(renderTop(top(profileOf('(empty) 0')))).toBe(
    'Type: samples\nShowing nodes accounting for 0, 0% of 0 total\n      flat  flat%   sum%        cum   cum%\n',
  );
});

test('refuses a sample type that is not there', () => {
  expect(() => top(work, { sampleIndex: 'wall' })).toThrow(expect.objectContaining({ code: 'incompatible' }));
});
