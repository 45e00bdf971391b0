import type { CompilePattern, Pattern } from '../pattern.ts';
import { ProfileError } from '../profile-error.ts';
import type { Profile } from '../profile.ts';
import { keepLines } from './keep-lines.ts';
import { cutStacks } from './rewrite-stacks.ts';
import { simplifyFunctionName } from './simplify-function-name.ts';

/**
 * Takes off the frames that the profile itself calls uninteresting: those whose whole name, arguments aside, matches its `dropFrames`
 * and not its `keepFrames`, and everything they call. Frames between the root and the first one that does not match stay, so that
 * no stack is lost.
 *
 * Throws `ProfileError` `malformed` where `compile` refuses a pattern; `go tool pprof` goes on with such a profile as it is.
 */
export function removeUninteresting(profile: Profile, compile: CompilePattern): Profile {
  if (profile.dropFrames === '') return profile;
  const drop = compileWhole(profile.dropFrames, 'drop_frames', compile);
  const keep = profile.keepFrames === '' ? undefined : compileWhole(profile.keepFrames, 'keep_frames', compile);
  const { kinds, keepLine } = dropLines(profile, drop, keep);
  if (kinds.every((kind) => kind === STAYS)) return profile;

  const { stacks } = profile;
  const from = new Uint32Array(stacks.length);
  for (let stack = 0; stack < stacks.length; stack++) from[stack] = firstToStay(profile, stack, kinds);
  return {
    ...profile,
    stacks: cutStacks(stacks, from, stacks.start.subarray(1)),
    locations: keepLines(profile.locations, keepLine),
  };
}

/** What becomes of a location: it stays, loses the lines up to a dropped one, or goes. */
const STAYS = 0;
const LOSES_LINES = 1;
const GOES = 2;

function dropLines({ functions, locations }: Profile, drop: Pattern, keep: Pattern | undefined) {
  const dropped = Uint8Array.from(functions.name, (name) => {
    if (name === '') return 0;
    const simple = simplifyFunctionName(name);
    return drop.test(simple) && !keep?.test(simple) ? 1 : 0;
  });
  const { lineStart, lineFunction, length } = locations;
  const kinds = new Uint8Array(length);
  const keepLine = new Uint8Array(lineFunction.length).fill(1);
  for (let location = 0; location < length; location++) {
    const outermost = lineStart[location + 1] - 1;
    let line = outermost;
    while (line >= lineStart[location] && dropped[lineFunction[line]] === 0) line--;
    if (line < lineStart[location]) continue;
    kinds[location] = line === outermost ? GOES : LOSES_LINES;
    if (kinds[location] === LOSES_LINES) keepLine.fill(0, lineStart[location], line + 1);
  }
  return { kinds, keepLine };
}

/** Position of the new leaf: looking from the root, the last one before the first dropped one below a frame that stays. */
function firstToStay({ stacks }: Profile, stack: number, kinds: Uint8Array): number {
  const first = stacks.start[stack];
  let seenStaying = false;
  for (let i = stacks.start[stack + 1] - 1; i >= first; i--) {
    const kind = kinds[stacks.locations[i]];
    if (kind === STAYS) seenStaying = true;
    else if (seenStaying) return kind === GOES ? i + 1 : i;
  }
  return first;
}

function compileWhole(source: string, field: string, compile: CompilePattern): Pattern {
  try {
    return compile(`^(${source})$`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProfileError(
      'malformed',
      `the profile's pattern ${field} cannot be read: ${reason}; drop the pattern to use the profile`,
    );
  }
}
