import type { Pattern } from '../pattern.ts';
import type { Profile } from '../profile.ts';
import { keepLines } from './keep-lines.ts';
import { keepSamples } from './keep-samples.ts';
import { matchSymbols } from './match-symbols.ts';
import { cutStacks } from './rewrite-stacks.ts';

/**
 * Makes the matching frame nearest to the root the new root of each stack, as pprof's `show_from` does; samples without a matching
 * frame are left out. A frame matches by the name or file of its function, or by the file of its mapping. Of a location with inlined
 * functions the lines above the outermost matching one go too, in every stack it stands in.
 */
export function showFrom(profile: Profile, pattern: Pattern): { readonly profile: Profile; readonly matched: boolean } {
  const { samples, stacks, locations } = profile;
  const { matching, keep } = cutLocations(profile, pattern);
  const from = stacks.start.slice(0, stacks.length);
  const to = new Uint32Array(stacks.length);
  for (let stack = 0; stack < stacks.length; stack++) {
    let end = stacks.start[stack + 1];
    while (end > from[stack] && matching[stacks.locations[end - 1]] === 0) end--;
    to[stack] = end;
  }
  const keepSample = new Uint8Array(samples.length);
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (to[stack] > from[stack]) keepSample[sample] = 1;
  }
  return {
    profile: {
      ...profile,
      samples: keepSamples(samples, keepSample),
      stacks: cutStacks(stacks, from, to),
      locations: keepLines(locations, keep),
    },
    matched: matching.includes(1),
  };
}

/** The locations that match, and the lines that stay: up to the outermost matching one, or all where the mapping matches. */
function cutLocations(profile: Profile, pattern: Pattern) {
  const { mapping, length, lineStart, lineFunction } = profile.locations;
  const matches = matchSymbols(profile, pattern);
  const matching = new Uint8Array(length);
  const keep = new Uint8Array(lineFunction.length).fill(1);
  for (let location = 0; location < length; location++) {
    if (mapping[location] !== -1 && matches.mappings[mapping[location]] !== 0) {
      matching[location] = 1;
      continue;
    }
    let end = lineStart[location + 1];
    while (end > lineStart[location] && matches.functions[lineFunction[end - 1]] === 0) end--;
    if (end === lineStart[location]) continue;
    matching[location] = 1;
    keep.fill(0, end, lineStart[location + 1]);
  }
  return { matching, keep };
}
