import { expect, test } from 'vitest';
import { shortName } from './short-name.ts';

test.each([
  ['encoding/json.Valid', 'Valid'],
  ['main.(*pair[...]).set', 'set'],
  ['main.mapAll[...]', 'mapAll'],
  ['main.run.func#', 'run.func#'],
  ['main.run.func#.#', 'run.func#.#'],
  ['core::ptr::drop_in_place', 'drop_in_place'],
  ['ns::parse(char const*, std::size_t)', 'parse'],
  ['get', 'get'],
  ['(anonymous:L#:C#)', '(anonymous:L#:C#)'],
  ['', ''],
])('%s ends in %s', (family, short) => {
  expect(shortName(family)).toBe(short);
});
