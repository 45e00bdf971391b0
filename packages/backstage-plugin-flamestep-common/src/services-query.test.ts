import { expect, test } from 'vitest';
import { servicesQuery } from './services-query.ts';

test('only what is asked for is sent', () => {
  expect(servicesQuery({})).toBe('');
  expect(
    servicesQuery({ owners: ['group:default/payments'], tiers: [1, 2], steps: ['none', 0], slower: true, text: 'a&b' }),
  ).toBe('?owner=group%3Adefault%2Fpayments&tier=1&tier=2&step=none&step=0&slower=true&text=a%26b');
});

test('nothing chosen matches nothing, not everything', () => {
  expect(servicesQuery({ owners: [] })).toBe('?owner=-');
});
