import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { stackWeights } from './stack-weights.ts';

test('adds up the samples of a stack', () => {
  const { samples, stacks } = profileOf('main;a 1', 'main;b 5', 'main;a 2 {k=v}');
  const weights = stackWeights(samples, stacks.length, samples.values[0]!);
  expect([...weights.value]).toEqual([3, 5]);
  expect(weights.divisor).toBeUndefined();
});

test('a stack whose samples cancel out is used, one with zeros only is not', () => {
  const { samples, stacks } = profileOf('a 4', 'a -4 {k=v}', 'b 0');
  expect([...stackWeights(samples, stacks.length, samples.values[0]!).isUsed]).toEqual([1, 0]);
});

test('a divisor alone makes a stack used', () => {
  const { samples, stacks } = profileOf({ sampleTypes: 'objects/count space/bytes' }, 'a 3 0', 'b 0 0');
  const weights = stackWeights(samples, stacks.length, samples.values[1]!, samples.values[0]!);
  expect([...weights.isUsed]).toEqual([1, 0]);
  expect([...weights.divisor!]).toEqual([3, 0]);
});
