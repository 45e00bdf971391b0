import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { filterByName } from './filter-by-name.ts';
import { numLabelUnits } from './num-label-units.ts';

test('the first unit that a sample gives is the unit of the key', () => {
  const { units, ignored } = numLabelUnits(
    profileOf('main 1 {bytes:8}', 'main 1 {bytes:8kilobytes}', 'main 1 {bytes:8kilobytes}'),
  );
  expect([...units]).toEqual([['bytes', 'kilobytes']]);
  expect([...ignored]).toEqual([]);
});

test('other units are named in order', () => {
  const profile = profileOf('main 1 {a:1ms, a:2us, b:1kb}', 'main 1 {a:3s, a:4ms, a:5ns}', 'main 1 {b:2kb}');
  const { units, ignored } = numLabelUnits(profile);
  expect([...units]).toEqual([
    ['a', 'ms'],
    ['b', 'kb'],
  ]);
  expect([...ignored]).toEqual([['a', ['ns', 's', 'us']]]);
});

test('a key without a unit is guessed', () => {
  const { units } = numLabelUnits(profileOf('main 1 {request:1, alignment:2, requests:3, bytes:4, user=x}'));
  expect(Object.fromEntries(units)).toEqual({ request: 'bytes', alignment: 'bytes', requests: 'requests', bytes: 'bytes' });
});

test('labels that no sample has any more do not count', () => {
  const profile = filterByName(profileOf('gone 1 {size:1kb}', 'main 1 {size:1mb}'), { focus: /main/ }).profile;
  const { units, ignored } = numLabelUnits(profile);
  expect([...units]).toEqual([['size', 'mb']]);
  expect(ignored.size).toBe(0);
});
