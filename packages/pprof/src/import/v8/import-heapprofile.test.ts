import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { show, showSampleTypes } from '../../../test/show.ts';
import { parse, parseLenient } from '../parse.ts';

const node = (name: string, selfSize: unknown, children: object[] = [], id?: number) => ({
  callFrame: { functionName: name, scriptId: '1', url: 'file:///app.js', lineNumber: 2, columnNumber: 0 },
  selfSize,
  children,
  ...(id === undefined ? {} : { id }),
});
const bytesOf = (document: object) => new TextEncoder().encode(JSON.stringify(document));

test('sizes become bytes by stack', () => {
  const profile = parse(bytesOf({ head: node('(root)', 0, [node('main', 16, [node('', 1024)]), node('idle', 0)]) }));
  expect(showSampleTypes(profile)).toBe('space/bytes');
  expect(show(profile)).toEqual(['main@/app.js:3:1 16', 'main@/app.js:3:1;(anonymous)@/app.js:3:1 1024']);
  expect(profile.periodType).toEqual({ type: 'space', unit: 'bytes' });
  expect(profile.period).toBe(0);
});

test('samples are counted where the file lists them', () => {
  const head = node('(root)', 0, [node('main', 96, [], 2)], 1);
  const profile = parse(
    bytesOf({
      head,
      samples: [
        { size: 64, nodeId: 2, ordinal: 1 },
        { size: 32, nodeId: 2, ordinal: 2 },
      ],
    }),
  );
  expect(showSampleTypes(profile)).toBe('sample/count space/bytes');
  expect(show(profile)).toEqual(['main@/app.js:3:1 2 96']);
});

test('V8 lists samples that are not in its tree; lenient says so', () => {
  const bytes = readFileSync(new URL('../../../../../fixtures/node/work.heapprofile', import.meta.url));
  const { profile, repairs } = parseLenient(bytes);
  expect(parse(bytes)).toEqual(profile);
  expect(repairs).toEqual([expect.objectContaining({ code: 'dangling-reference', count: 1 })]);
  expect(profile.samples.values.map((column) => column.reduce((sum, value) => sum + value, 0))).toEqual([4, 326_632]);
});

test.each([
  ['no size', node('(root)', 0, [node('main', undefined)]), '"selfSize" of node 1 should be a number and is missing'],
  ['a negative size', node('main', -5), '"selfSize" of node 0 is -5'],
  ['a child that is none', { ...node('main', 1), children: [3] }, 'node 1 should be an object and is 3'],
])('%s is an error', (_, head, message) => {
  expect(() => parse(bytesOf({ head }))).toThrowError(
    expect.objectContaining({ code: 'malformed', message: expect.stringContaining(message) }),
  );
});

test('a tree of 100,000 levels is no trouble', () => {
  const depth = 100_000;
  const open = '{"callFrame":{"functionName":"f"},"selfSize":0,"children":[';
  const text = `{"head":${open.repeat(depth)}{"callFrame":{"functionName":"leaf"},"selfSize":8,"children":[]}${']}'.repeat(depth)}}`;
  const profile = parse(new TextEncoder().encode(text));
  expect(profile.stacks.locations.length).toBe(depth + 1);
});
