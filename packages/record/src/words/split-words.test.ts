import { expect, test } from 'vitest';
import { quoteWords } from './quote-words.ts';
import { splitWords } from './split-words.ts';

test.each([
  ['make build', ['make', 'build']],
  ['  go  build ./... ', ['go', 'build', './...']],
  [`sh -c "make all" 'a b'c`, ['sh', '-c', 'make all', 'a bc']],
  [`echo "it's" ''`, ['echo', "it's", '']],
  ['C:\\go\\bin\\go.exe build', ['C:\\go\\bin\\go.exe', 'build']],
  ['', []],
  ['echo "open', undefined],
  [`don't`, undefined],
])('%s is %j', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test('words are quoted where a shell would read them otherwise', () => {
  expect(quoteWords(['go', 'test', '-run=^$', '-cpuprofile={profile}', "it's", ''])).toBe(
    "go test '-run=^$' -cpuprofile={profile} 'it'\\''s' ''",
  );
});
