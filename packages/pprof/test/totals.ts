import type { Profile } from '../src/index.ts';

/** Sums of the columns. */
export function totals({ samples }: Profile): number[] {
  return samples.values.map((column) => column.reduce((sum, value) => sum + value, 0));
}

/**
 * What each stack costs, by the names on it and the labels of its samples, without stacks that cost nothing. Addresses are left
 * out: merging moves them to where the first profile has the mapping.
 */
export function costs(profile: Profile): Map<string, readonly number[]> {
  const { samples, stacks, locations, functions } = profile;
  const costs = new Map<string, number[]>();
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample] ?? -1;
    const frames = Array.from(stacks.locations.subarray(stacks.start[stack], stacks.start[stack + 1]), (location) =>
      Array.from(locations.lineFunction.subarray(locations.lineStart[location], locations.lineStart[location + 1]), (f) => [
        functions.name[f],
        functions.filename[f],
      ]),
    );
    const { strings = [], numbers = [] } = samples.labelSets[samples.labelSet[sample] ?? 0] ?? {};
    const key = JSON.stringify([
      frames,
      strings,
      numbers.map(({ values, ...label }) => ({ ...label, values: values.map(String) })),
    ]);
    const cost = costs.get(key) ?? samples.values.map(() => 0);
    costs.set(
      key,
      cost.map((sum, i) => sum + (samples.values[i]?.[sample] ?? 0)),
    );
  }
  for (const [key, cost] of costs) if (cost.every((value) => value === 0)) costs.delete(key);
  return costs;
}

/** The costs with their signs turned. */
export function negated(costs: ReadonlyMap<string, readonly number[]>): Map<string, readonly number[]> {
  return new Map([...costs].map(([key, cost]) => [key, cost.map((value) => 0 - value)]));
}
