import type { SampleTable } from '../profile.ts';

/** What the samples of each stack add up to. */
export interface StackWeights {
  /** Sum of the values, one for each stack. */
  readonly value: Float64Array;
  /** Sum of the divisors for means, where means are asked for. */
  readonly divisor: Float64Array | undefined;
  /** 1 for a stack that has a sample with a value or a divisor, though they may add up to 0. */
  readonly isUsed: Uint8Array;
}

/** Sums the samples by stack: a report runs over every stack once, however many samples share it. */
export function stackWeights(samples: SampleTable, stacks: number, values: Float64Array, divisors?: Float64Array): StackWeights {
  const value = new Float64Array(stacks);
  const divisor = divisors && new Float64Array(stacks);
  const isUsed = new Uint8Array(stacks);
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (values[sample] !== 0) {
      value[stack] += values[sample];
      isUsed[stack] = 1;
    }
    if (divisor && divisors && divisors[sample] !== 0) {
      divisor[stack] += divisors[sample];
      isUsed[stack] = 1;
    }
  }
  return { value, divisor, isUsed };
}
