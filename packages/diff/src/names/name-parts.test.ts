import { expect, test } from 'vitest';
import { nameParts } from './name-parts.ts';
import { shortName } from './short-name.ts';

test.each([
  ['encoding/json.Valid', 'encoding json Valid'],
  ['main.(*pair[...]).set', 'main (*pair) set'],
  ['main.mapAll[...]', 'main mapAll'],
  ['main.run.func#', 'main run.func#'],
  ['main.run.func#.#', 'main run.func#.#'],
  ['core::ptr::drop_in_place', 'core ptr drop_in_place'],
  ['ns::parse(char const*, std::size_t)', 'ns parse'],
  ['get', 'get'],
  ['(anonymous:L#:C#)', '(anonymous:L#:C#)'],
  ['', ''],
])('%s is %s', (family, parts) => {
  expect(nameParts(family).join(' ')).toBe(parts);
  expect(shortName(family)).toBe(parts.split(' ').at(-1));
});
