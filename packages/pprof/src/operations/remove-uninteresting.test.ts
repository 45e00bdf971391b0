import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { removeUninteresting } from './remove-uninteresting.ts';

const compile = (source: string) => new RegExp(source);

function pruned(dropFrames: string, keepFrames: string, ...stacks: string[]): string[] {
  return show(removeUninteresting(profileOf({ dropFrames, keepFrames }, ...stacks), compile));
}

test('takes off the dropped frame and everything it calls', () => {
  expect(pruned('malloc|free', '', 'main;parse;malloc;mmap 1', 'main;free 2', 'main;write 4')).toEqual([
    'main;parse 1',
    'main 2',
    'main;write 4',
  ]);
});

test('a frame that recurs is found from the root', () => {
  expect(pruned('b', '', 'main;b;c;b;d 1')).toEqual(['main 1']);
});

test('whole names count', () => {
  expect(pruned('alloc', '', 'main;malloc 1', 'main;alloc_pages 2', 'main;alloc 4')).toEqual([
    'main;malloc 1',
    'main;alloc_pages 2',
    'main 4',
  ]);
  expect(pruned('a|b', '', 'main;ab 1', 'main;b 2')).toEqual(['main;ab 1', 'main 2']);
});

test('what is to be kept is not dropped', () => {
  expect(
    pruned('runtime\\..*', 'runtime\\.main|runtime\\.panic.*', 'main;runtime.panicIndex;print 1', 'main;runtime.mallocgc;x 2'),
  ).toEqual(['main;runtime.panicIndex;print 1', 'main 2']);
});

test('nothing is dropped before the first frame that stays', () => {
  expect(
    pruned('runtime\\..*', '', 'runtime.goexit;runtime.main;main;runtime.mallocgc;runtime.lock 1', 'runtime.gc;runtime.mark 2'),
  ).toEqual(['runtime.goexit;runtime.main;main 1', 'runtime.gc;runtime.mark 2']);
});

test('names are compared without a leading dot and without arguments', () => {
  expect(pruned('malloc', '', 'main;.malloc(unsigned long) 1', 'main;malloc(unsigned long)::inner 2')).toEqual([
    'main 1',
    'main 2',
  ]);
  const anonymous = 'main;foo::(anonymous namespace)::(anonymous namespace)::bar::operator()(int) 1';
  expect(pruned('foo::\\(anonymous namespace\\)::\\(anonymous namespace\\)::bar::operator\\(\\)', '', anonymous)).toEqual([
    'main 1',
  ]);
  expect(pruned('foo::', '', anonymous)).toEqual([anonymous]);
});

test('of a location, the lines inlined into the dropped one go with it', () => {
  expect(pruned('b', '', 'main;a > b > c;leaf 1')).toEqual(['main;a 1']);
  expect(pruned('a', '', 'main;a > b > c;leaf 1')).toEqual(['main 1']);
  expect(pruned('b', '', 'main;a > b > c > b > d;leaf 1')).toEqual(['main;a 1']);
});

test('a location loses its lines wherever it stands', () => {
  // The first location of the second stack is before any frame that stays, so the stack is not cut, but its lines are gone.
  expect(pruned('b', '', 'main;a > b 1', 'a > b;leaf 2')).toEqual(['main;a 1', 'a;leaf 2']);
});

test('frames without a name stay', () => {
  expect(pruned('.*', '', 'main;0x10 1', '0x10;main;0x20 2')).toEqual(['main;0x10 1', '0x10 2']);
});

test('without a pattern, or without a match, the profile stays as it is', () => {
  const profile = profileOf('main 1');
  expect(removeUninteresting(profile, compile)).toBe(profile);
  const unmatched = profileOf({ dropFrames: 'x', keepFrames: 'y' }, 'main 1');
  expect(removeUninteresting(unmatched, compile)).toBe(unmatched);
  expect(pruned('', 'main', 'main 1')).toEqual(['main 1']);
});

test('says which pattern cannot be read', () => {
  const dropping = profileOf({ dropFrames: '(' }, 'main 1');
  expect(() => removeUninteresting(dropping, compile)).toThrow(
    expect.objectContaining({ code: 'malformed', message: expect.stringContaining('drop_frames') }),
  );
  const keeping = profileOf({ dropFrames: 'x', keepFrames: '[' }, 'main 1');
  expect(() => removeUninteresting(keeping, compile)).toThrow(
    expect.objectContaining({ message: expect.stringContaining('keep_frames') }),
  );
});
