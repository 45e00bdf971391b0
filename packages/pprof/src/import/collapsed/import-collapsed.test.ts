import { expect, test } from 'vitest';
import { show, showSampleTypes } from '../../../test/show.ts';
import { parse, parseLenient } from '../parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const stacksOf = (text: string) => show(parse(bytes(text)));

test('one line is one stack, root first', () => {
  const profile = parse(bytes('main;parse;alloc 30\nmain;render 12\n'));
  expect(show(profile)).toEqual(['main;parse;alloc 30', 'main;render 12']);
  expect(showSampleTypes(profile)).toBe('samples/count');
});

test('equal stacks are added up, and a name is one function', () => {
  const profile = parse(bytes('a;b 1\na 1\na;b 4\n'));
  expect(show(profile)).toEqual(['a;b 5', 'a 1']);
  expect(profile.functions.name).toEqual(['a', 'b']);
});

test('lines may end in CR LF, the last one in nothing, and blanks may follow the number', () => {
  expect(stacksOf('a;b 1\r\na;c 2 \t\r\na 3')).toEqual(['a;b 1', 'a;c 2', 'a 3']);
});

test('frames keep their spaces and the marks of perf', () => {
  const text = 'java;oopDesc* Manager::copy<false>(int, long);read_[k];run_[j];inlined_[i] 7';
  expect(stacksOf(text)).toEqual([text]);
  expect(stacksOf('main;work (app.py:12) 3')).toEqual(['main;work (app.py:12) 3']);
  expect(parse(bytes('a ;b  5\n')).functions.name).toEqual(['a ', 'b ']);
});

test('blank lines and comments say nothing', () => {
  expect(stacksOf('# total 12\n\n   \na;b 1\n#x;y 5\n')).toEqual(['a;b 1']);
});

test('bytes that are no UTF-8 are kept', () => {
  const profile = parse(Uint8Array.from([0x66, 0xff, 0x20, 0x31]));
  expect(profile.functions.name).toEqual(['f\udcff']);
});

test.each(['a;b', 'a;b 1.5', 'a;b 1e3', '12', 'a;b x12'])('%j has no whole number at its end', (line) => {
  expect(() => parse(bytes(`ok 1\n${line}\n`))).toThrowError(/^line 2: not a stack .* \(at byte 5\)$/);
  expect(show(parseLenient(bytes(`ok 1\n${line}\nok 2`)).profile)).toEqual(['ok 3']);
});

test('a number past 2^53 is an error in any case', () => {
  const text = bytes('ok 1\na 9007199254740993\n');
  expect(() => parse(text)).toThrowError(expect.objectContaining({ code: 'out-of-range', offset: 5 }));
  expect(() => parseLenient(text)).toThrowError(expect.objectContaining({ code: 'out-of-range' }));
});

test('so is a sum past 2^53', () => {
  expect(() => parse(bytes('a 9007199254740991\na 1\n'))).toThrowError(expect.objectContaining({ code: 'out-of-range' }));
});

test('a line of blanks and a line of digits, a million long, are read in one pass', () => {
  const long = 1_000_000;
  expect(() => parse(bytes(`a 1\nb${' '.repeat(long)}c\n`))).toThrowError(/^line 2/);
  expect(() => parse(bytes(`a 1\nb ${'1'.repeat(long)}\n`))).toThrowError(expect.objectContaining({ code: 'out-of-range' }));
});
