import type { Pattern } from '../pattern.ts';
import type { Profile } from '../profile.ts';
import { keepLines } from './keep-lines.ts';
import { cutStacks } from './rewrite-stacks.ts';
import { simplifyFunctionName } from './simplify-function-name.ts';

/**
 * Makes the matching frame nearest to the leaf the new leaf of each stack, as pprof's `prune_from` does: everything it calls is taken
 * off. The pattern is tested, unanchored, on function names without their arguments. Stacks without a match stay as they are.
 */
export function pruneFrom(profile: Profile, pattern: Pattern): Profile {
  const { functions, locations, stacks } = profile;
  const { lineStart, lineFunction, length } = locations;
  const matches = Uint8Array.from(functions.name, (name) => (name !== '' && pattern.test(simplifyFunctionName(name)) ? 1 : 0));
  const matching = new Uint8Array(length);
  const keep = new Uint8Array(lineFunction.length).fill(1);
  for (let location = 0; location < length; location++) {
    let line = lineStart[location];
    while (line < lineStart[location + 1] && matches[lineFunction[line]] === 0) line++;
    if (line === lineStart[location + 1]) continue;
    matching[location] = 1;
    keep.fill(0, lineStart[location], line);
  }
  if (!matching.includes(1)) return profile;

  const from = new Uint32Array(stacks.length);
  for (let stack = 0; stack < stacks.length; stack++) {
    const end = stacks.start[stack + 1];
    let first = stacks.start[stack];
    while (first < end && matching[stacks.locations[first]] === 0) first++;
    from[stack] = first < end ? first : stacks.start[stack];
  }
  return { ...profile, stacks: cutStacks(stacks, from, stacks.start.subarray(1)), locations: keepLines(locations, keep) };
}
