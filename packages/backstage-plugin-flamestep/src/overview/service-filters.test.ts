import { expect, test } from 'vitest';
import { filtersQuery, readFilters, writeFilters } from './service-filters.ts';

test('the first view shows what is mine, by trouble', () => {
  const first = readFilters(new URLSearchParams());
  expect(filtersQuery(first)).toEqual({ mine: true, sort: 'trouble' });
  expect(String(writeFilters(first))).toBe('');
});

test('an address keeps every filter', () => {
  const address =
    'owner=group%3Adefault%2Fpayments&kind=backend&tier=1&step=none&slower=true&text=pay&sort=name&descending=true&page=2';
  expect(String(writeFilters(readFilters(new URLSearchParams(address))))).toBe(address);
  expect(filtersQuery(readFilters(new URLSearchParams(address)))).toEqual({
    owners: ['group:default/payments'],
    kinds: ['backend'],
    tiers: [1],
    steps: ['none'],
    slower: true,
    text: 'pay',
    sort: 'name',
    descending: true,
  });
});

test('what an address cannot mean is left out', () => {
  const odd = new URLSearchParams('kind=toaster&tier=9&step=x&sort=size&page=-3&owner=all');
  expect(filtersQuery(readFilters(odd))).toEqual({ sort: 'trouble' });
  expect(readFilters(odd).page).toBe(0);
});
