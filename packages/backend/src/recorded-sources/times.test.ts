import { expect, test } from 'vitest';
import { findTimes, relativeTimes, shiftTimes } from './times.ts';

const DAY = 86_400_000;

test.each([
  ['2026-11-22T12:00:00Z', '2026-11-23T12:00:00.000Z'],
  ['DTSTART:20261122T120000Z', 'DTSTART:20261123T120000Z'],
  ['[1795348800.123,"1"]', '[1795435200.123,"1"]'],
  ['"value":[1795348800,"1795348800"]', '"value":[1795435200,"1795435200"]'],
  ['"start":1795348800000', '"start":1795435200000'],
  ['"startTime":1795348800000000', '"startTime":1795435200000000'],
  ['time=1795348800000000000', 'time=1795435200000000000'],
  ['a1795348800 0.1795348800 179534880 17953488000', 'a1795348800 0.1795348800 179534880 17953488000'],
])('%s is a day later %s', (text, later) => {
  expect(shiftTimes(text, DAY)).toBe(later);
});

test('times are found, and told by how far from now they are', () => {
  expect(findTimes('start=1795348800&end=2026-11-22T12:00:01Z')).toEqual([1_795_348_800_000, 1_795_348_801_000]);
  expect(relativeTimes('start=1795345200&end=1795348800.2', 1_795_348_801_000, 300_000)).toBe('start=<-12>&end=<0>');
});
