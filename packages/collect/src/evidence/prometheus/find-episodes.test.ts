import { expect, test } from 'vitest';
import { firingPages, toEpisodes } from './find-episodes.ts';

/** Minutes at which it rang. */
const at = (...minutes: number[]) => minutes.map((minute) => ({ time: minute * 60_000, value: 1 }));
const shown = (minutes: number[], now: number) =>
  toEpisodes(at(...minutes), now * 60_000, 60_000).map(
    ({ from, milliseconds, isOpen }) => `${from / 60_000}+${milliseconds / 60_000}${isOpen ? '…' : ''}`,
  );

test.each([
  [[], []],
  [[5], ['5+1']],
  [
    [1, 2, 3, 7, 8],
    ['1+3', '7+2'],
  ],
  [
    [8, 7, 1, 2, 3],
    ['1+3', '7+2'],
  ],
  [
    [1, 99, 100],
    ['1+1', '99+2…'],
  ],
])('%j', (minutes, episodes) => {
  expect(shown(minutes, 100)).toEqual(episodes);
});

test('names of services and rules are values, never query', () => {
  const selector = [{ label: 'service', operator: '=', value: 'a"b|c' }] as const;
  expect(firingPages(selector, ['page'], ['Slow (p95)'])).toBe(
    'ALERTS{alertstate="firing",severity=~"page",service="a\\"b|c"} or ' +
      'ALERTS{alertstate="firing",severity=~"page",alertname=~"Slow \\\\(p95\\\\)",service=~"|a\\"b\\\\|c"}',
  );
});
