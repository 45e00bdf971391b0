import { expect, test } from 'vitest';
import { firstDifference } from './first-difference.mjs';

test('the first line that changed is named, before and after', () => {
  expect(firstDifference('a\nb\nc', 'a\nB\nC')).toBe("line 2: 'b' became 'B'");
});

test('lines that came or went at the end are named', () => {
  expect(firstDifference('a', 'a\nb')).toBe("line 2: 'b' is new");
  expect(firstDifference('a\nb', 'a')).toBe("line 2: 'b' is gone");
});
