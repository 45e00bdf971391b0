import { expect, test } from 'vitest';
import { trendWords } from './trend-words.ts';

test('a usual trend says how small a change would have been seen', () => {
  expect(trendWords({ state: 'usual', detectable: 0.013 })).toEqual({
    mark: 'same',
    word: 'Usual',
    sentence: 'no change of 1.3 % or more found in 90 days.',
  });
});

test.each(['too-few', 'silent', 'no-data'] as const)('%s is never read as "not slower"', (state) => {
  const { mark, sentence } = trendWords({ state });
  expect(['noise', 'unknown']).toContain(mark);
  expect(sentence).toContain('Whether it got slower is not known.');
});
