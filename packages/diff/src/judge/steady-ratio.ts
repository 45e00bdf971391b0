import { expectedDispersion } from './noise-model.ts';
import type { NoiseModel } from './noise-model.ts';
import type { RunCounts } from './run-counts.ts';

/** A function further from the others than this many standard errors is taken to have changed. */
const FAR = 2.5;

/** What the functions that did not change say about how much more the head counted, program and functions being the same. */
export interface SteadyRatio {
  /** Head's counts divided by base's, of the steady functions. */
  readonly ratio: number;
  /** 1 for each entity that is taken to be steady. */
  readonly isSteady: Uint8Array;
}

/**
 * Starts from the ratio in the middle of all counts and takes the sum over all functions that are near it, until nothing changes. A sum
 * is far more exact than a median; what is far away, be it one function with a third of the cost, does not move it.
 */
export function steadyRatio({ base, head, length, runs }: RunCounts, noise: NoiseModel): SteadyRatio {
  const isSteady = new Uint8Array(length);
  let part = middlePart(base, head);
  for (let round = 0; round < 20; round++) {
    let [steadyBase, steadyHead, changes] = [0, 0, 0];
    for (let entity = 0; entity < length; entity++) {
      const sum = base[entity] + head[entity];
      const dispersion = expectedDispersion(noise, sum / runs.length);
      const distance = Math.abs(head[entity] - sum * part) / Math.sqrt(sum * part * (1 - part) * dispersion);
      const steady = sum > 0 && distance < FAR ? 1 : 0;
      if (steady !== isSteady[entity]) changes++;
      isSteady[entity] = steady;
      if (steady === 0) continue;
      steadyBase += base[entity];
      steadyHead += head[entity];
    }
    if (changes === 0 || steadyBase === 0 || steadyHead === 0) break;
    part = steadyHead / (steadyBase + steadyHead);
  }
  return { ratio: part / (1 - part), isSteady };
}

/** The head's part of the counts of the function in which the middle count lies; strictly between 0 and 1. */
function middlePart(base: Float64Array, head: Float64Array): number {
  const parts = Array.from(base, (count, entity) => ({ sum: count + head[entity], part: head[entity] / (count + head[entity]) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => a.part - b.part);
  const half = parts.reduce((sum, each) => sum + each.sum, 0) / 2;
  const middle = (ordered: typeof parts) => {
    let passed = 0;
    return ordered.find(({ sum }) => (passed += sum) >= half)?.part ?? 0.5;
  };
  // From both ends, so that base and head may change places.
  const part = (middle(parts) + middle([...parts].reverse())) / 2;
  return Math.min(0.999, Math.max(0.001, part));
}
