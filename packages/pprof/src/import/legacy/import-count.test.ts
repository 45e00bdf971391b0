import { expect, test } from 'vitest';
import { show, showSampleTypes } from '../../../test/show.ts';
import { parse, parseLenient } from '../parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('counts stacks, and shows callers at their call', () => {
  const profile = parse(bytes('goroutine profile: total 7\n4 @ 0x11 0x21\n#\t0x11\tmain.wait+0x10\n\n3 @ 0x31 0x21\n'));
  expect(show(profile)).toEqual(['0x20;0x10 4', '0x20;0x30 3']);
  expect(showSampleTypes(profile)).toBe('goroutine/count');
  expect(profile.periodType).toEqual({ type: 'goroutine', unit: 'count' });
});

test('without a memory map, one mapping holds everything', () => {
  const { mappings, locations } = parse(bytes('threadcreate profile: total 1\n1 @ 0x11\n'));
  expect(mappings).toEqual([expect.objectContaining({ start: 0n, limit: 0xffff_ffff_ffff_ffffn, file: '' })]);
  expect([...locations.mapping]).toEqual([0]);
});

test('comments may stand before the header, and a memory map behind the samples', () => {
  const text = '# from prod\n\ngoroutine profile: total 1\n1 @ 0x11\n--- Memory map: ---\n00-ff: app\n';
  expect(show(parse(bytes(text)))).toEqual(['app!0x10 1']);
});

test.each(['x @ 0x11', '1 0x11', '1 @ 11', '1 @', '1 @ 0x11  0x21', '08 @ 0x11'])('%j is no sample', (line) => {
  const text = bytes(`goroutine profile: total 1\n2 @ 0x11\n${line}\n`);
  expect(() => parse(text)).toThrowError(/^line 3: not a count and a stack such as/);
  expect(show(parseLenient(text).profile)).toEqual(['0x10 2']);
});

test('a number that begins with 0 is octal, as pprof reads it', () => {
  expect(show(parse(bytes('goroutine profile: total 8\n010 @ 0x11\n')))).toEqual(['0x10 8']);
});

test('the address before 0 is the last one', () => {
  expect(show(parse(bytes('goroutine profile: total 1\n1 @ 0x0\n')))).toEqual(['0xffffffffffffffff 1']);
});
