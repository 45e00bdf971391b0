import type { Profile } from '../src/index.ts';

/**
 * All that a profile says, as plain data. How it is stored does not show: two profiles with the same content may share stacks and
 * label sets differently, and {@link Profile.sourceIds} is left out, because encoding numbers the tables anew.
 */
export function profileContent(profile: Profile): object {
  const { samples, stacks, locations, functions, sourceIds: _, ...header } = profile;
  return {
    ...header,
    samples: Array.from({ length: samples.length }, (_, sample) => {
      const stack = samples.stack[sample] ?? -1;
      return {
        stack: [...stacks.locations.subarray(stacks.start[stack], stacks.start[stack + 1])],
        values: samples.values.map((column) => column[sample]),
        labels: samples.labelSets[samples.labelSet[sample] ?? -1],
      };
    }),
    locations: Array.from({ length: locations.length }, (_, location) => ({
      mapping: locations.mapping[location],
      address: locations.address[location],
      isFolded: locations.isFolded[location],
      lines: Array.from(range(locations.lineStart[location], locations.lineStart[location + 1]), (line) => [
        locations.lineFunction[line],
        locations.lineNumber[line],
        locations.lineColumn[line],
      ]),
    })),
    functions: { ...functions, startLine: [...functions.startLine] },
  };
}

function* range(from = 0, to = 0): Generator<number> {
  for (let i = from; i < to; i++) yield i;
}
