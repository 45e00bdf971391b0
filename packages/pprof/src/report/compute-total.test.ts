import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { computeTotal, truncatedMean } from './compute-total.ts';

const totalOf = (...lines: string[]) => {
  const { samples } = profileOf(...lines);
  return computeTotal(samples, samples.values[0]!);
};

test('adds up sizes, whatever the sign', () => {
  expect(totalOf('a 5', 'b -3', '(empty) 2')).toBe(10);
});

test('counts the base alone where samples are marked as base', () => {
  expect(totalOf('a 5', 'a -30 {pprof::base=true}', 'b -3 {pprof::base=true}')).toBe(33);
  expect(totalOf('a 5', 'a -30 {pprof::base=false}')).toBe(35);
});

test('counts everything where the base comes to nothing', () => {
  expect(totalOf('a 5', 'a 0 {pprof::base=true}')).toBe(5);
});

test('divides by the divisors of the samples that count, and truncates', () => {
  const total = (...lines: string[]) => {
    const { samples } = profileOf({ sampleTypes: 'objects/count space/bytes' }, ...lines);
    return computeTotal(samples, samples.values[1]!, samples.values[0]!);
  };
  expect(total('a 2 100', 'b 1 50')).toBe(50);
  expect(total('a 4 7')).toBe(1);
  expect(total('a 2 100', 'b 10 50 {pprof::base=true}')).toBe(5);
  expect(total('a 2 100', 'b -2 50')).toBe(150);
});

test('refuses sums past 2^53', () => {
  const most = Number.MAX_SAFE_INTEGER;
  expect(totalOf(`a ${most}`)).toBe(most);
  expect(() => totalOf(`a ${most}`, 'b -1')).toThrow(expect.objectContaining({ code: 'out-of-range' }));
});

test('means are whole numbers towards zero, and never minus zero', () => {
  expect(truncatedMean(-7, 2)).toBe(-3);
  expect(truncatedMean(7, 0)).toBe(7);
  expect(Object.is(truncatedMean(-1, 2), 0)).toBe(true);
});
