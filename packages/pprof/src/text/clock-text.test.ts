import { expect, test } from 'vitest';
import { exactTimeText, timeText, UTC } from './clock-text.ts';

const MOMENT = 1_500_000_000_120_000_000n;
const tokyo = () => ({ name: 'JST', offset: 9 * 3600 });
const newfoundland = () => ({ name: 'NDT', offset: -(2 * 3600 + 30 * 60) });

test('writes the clock of the zone and its name', () => {
  expect(timeText(MOMENT, UTC)).toBe('2017-07-14 02:40:00 UTC');
  expect(timeText(MOMENT, tokyo)).toBe('2017-07-14 11:40:00 JST');
});

test('writes the fraction without trailing zeros, and the distance from UTC', () => {
  expect(exactTimeText(MOMENT, UTC)).toBe('2017-07-14 02:40:00.12 +0000 UTC');
  expect(exactTimeText(1_500_000_000_000_000_000n, tokyo)).toBe('2017-07-14 11:40:00 +0900 JST');
  expect(exactTimeText(MOMENT, newfoundland)).toBe('2017-07-14 00:10:00.12 -0230 NDT');
});

test('asks the zone about the moment', () => {
  const asked: number[] = [];
  timeText(-1n, (seconds) => {
    asked.push(seconds);
    return { name: 'UTC', offset: 0 };
  });
  expect(asked).toEqual([-1]);
});

test('counts down before 1970', () => {
  expect(exactTimeText(-1n, UTC)).toBe('1969-12-31 23:59:59.999999999 +0000 UTC');
});
