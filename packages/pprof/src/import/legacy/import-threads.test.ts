import { expect, test } from 'vitest';
import { show, showSampleTypes } from '../../../test/show.ts';
import { parse } from '../parse.ts';

const threads = (...lines: string[]) => parse(new TextEncoder().encode(['--- threadz 1 ---', '', ...lines, ''].join('\n')));
const thread = (name: string) => `--- Thread 7f79 (name: ${name}/148) stack: ---`;
const MAP = ['--- Memory map: ---', '00000000-ffffffff: app'];

test('one sample for each thread; the leaf is where it stands, callers are at their call', () => {
  const profile = threads(thread('main'), '  PC:  0x100: wait', '  0x201: main', '   creator: 0x301 0x401', ...MAP);
  expect(show(profile)).toEqual(['app!0x400;app!0x300;app!0x200;app!0x100 1']);
  expect(showSampleTypes(profile)).toBe('thread/count');
});

test('a thread that stands where the one before it does adds to it', () => {
  const profile = threads(thread('a'), '0x100', thread('b'), '  [same as previous thread]', thread('c'), '0x200', ...MAP);
  expect(show(profile)).toEqual(['app!0x100 2', 'app!0x200 1']);
});

test('the leaf may stand twice, once as a call', () => {
  expect(show(threads(thread('a'), '0x100', '0x100', '0x201', ...MAP))).toEqual(['app!0x200;app!0x100 1']);
});

test('threads without a stack end the list', () => {
  const lines = [thread('a'), '0x100', '---- no stack trace for 3 threads', ...MAP];
  expect(show(threads(...lines))).toEqual(['app!0x100 1']);
});

test('a name may hold anything', () => {
  expect(show(threads(thread('x/1) (name: y'), '0x100', ...MAP))).toEqual(['app!0x100 1']);
});

test('a list that ends without a memory map was cut off', () => {
  expect(() => threads(thread('a'), '0x100')).toThrowError(expect.objectContaining({ code: 'truncated' }));
});

test('a section that is no thread is an error', () => {
  expect(() => threads('--- Process 3 ---')).toThrowError(/^line 3: not a thread such as/);
});
