import type { StackTable } from '../profile.ts';

/**
 * Cuts each stack `s` down to its part from position `from[s]` to `to[s] - 1`, positions being those in {@link StackTable.locations}.
 * The table itself where nothing is cut off.
 */
export function cutStacks(stacks: StackTable, from: Uint32Array, to: Uint32Array): StackTable {
  const start = new Uint32Array(stacks.length + 1);
  for (let stack = 0; stack < stacks.length; stack++) start[stack + 1] = start[stack] + (to[stack] - from[stack]);
  if (start[stacks.length] === stacks.locations.length) return stacks;
  const locations = new Int32Array(start[stacks.length]);
  for (let stack = 0; stack < stacks.length; stack++) {
    for (let i = from[stack], target = start[stack]; i < to[stack]; i++, target++) locations[target] = stacks.locations[i];
  }
  return { length: stacks.length, start, locations };
}

/** The stacks without the locations whose entry in `leaveOut` is not 0. */
export function withoutLocations(stacks: StackTable, leaveOut: Uint8Array): StackTable {
  const start = new Uint32Array(stacks.length + 1);
  const locations = new Int32Array(stacks.locations.length);
  let length = 0;
  for (let stack = 0; stack < stacks.length; stack++) {
    for (let i = stacks.start[stack]; i < stacks.start[stack + 1]; i++) {
      const location = stacks.locations[i];
      if (leaveOut[location] === 0) locations[length++] = location;
    }
    start[stack + 1] = length;
  }
  return { length: stacks.length, start, locations: locations.subarray(0, length) };
}
