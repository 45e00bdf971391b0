import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { renderTraces, tracesText } from './render-traces.ts';
import { traces } from './traces.ts';

const labelled = profileOf(
  { sampleTypes: 'objects/count space/bytes' },
  'main;work > helper 2 4096 {user=ann, user=bob, path=/, bytes:2048, at:3ms}',
  '(empty) 1 1',
  'main 0 0',
);

test('writes each sample with labels and stack, leaf first', () => {
  const separator = '-----------+-------------------------------------------------------';
  expect(renderTraces(traces(labelled))).toBe(
    [
      'Type: space',
      separator,
      '      path:  /',
      '      user:  ann bob',
      '        at:  3ms',
      '     bytes:  2kB',
      '       4kB   helper (inline)',
      '             work',
      '             main',
      separator,
      '         0   main',
      separator,
      '',
    ].join('\n'),
  );
});

test('gives samples as data, again each time they are read', () => {
  const report = traces(labelled, { mean: true });
  const read = () => [...report.traces].map(({ value, frames }) => `${frames.map(({ name }) => name).join('<')} ${value}`);
  expect(read()).toEqual(['helper<work<main 2048', 'main 0']);
  expect(read()).toEqual(read());
});

test('gives the text in pieces', () => {
  const report = traces(labelled);
  const pieces = [...tracesText(report)];
  expect(pieces).toHaveLength(4);
  expect(pieces.join('')).toBe(renderTraces(report));
});

test('a header without lines is an empty line', () => {
  expect(renderTraces(traces(profileOf({ sampleTypes: '/count' }, '(empty) 1'))).startsWith('\n---')).toBe(true);
});
