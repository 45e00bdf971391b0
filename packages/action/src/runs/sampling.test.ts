import { expect, test } from 'vitest';
import { describeSamplingChange, type Sampling } from './sampling.ts';

const cpu: Sampling = {
  sampleTypes: [
    { type: 'samples', unit: 'count' },
    { type: 'cpu', unit: 'nanoseconds' },
  ],
  period: 10_000_000,
  periodType: { type: 'cpu', unit: 'nanoseconds' },
};

test('runs that were sampled alike can be compared', () => {
  expect(describeSamplingChange(cpu, structuredClone(cpu))).toBeUndefined();
});

test('a period that is measured may scatter', () => {
  expect(describeSamplingChange({ ...cpu, period: 1_004_000 }, { ...cpu, period: 996_000 })).toBeUndefined();
});

test('another period, or another sample type, is said', () => {
  expect(describeSamplingChange(cpu, { ...cpu, period: 1_000_000 })).toBe(
    'Base was sampled every 10000000 nanoseconds of cpu, head every 1000000 nanoseconds of cpu.',
  );
  expect(describeSamplingChange(cpu, { ...cpu, sampleTypes: [{ type: 'wall', unit: 'nanoseconds' }] })).toBe(
    'Base measured samples/count, cpu/nanoseconds, head wall/nanoseconds.',
  );
  expect(describeSamplingChange(cpu, { ...cpu, period: 0 })).toMatch(/head at an unknown rate\.$/);
});
