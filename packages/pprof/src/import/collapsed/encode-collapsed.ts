import { ProfileError } from '../../profile-error.ts';
import type { Profile } from '../../profile.ts';
import { encodeUtf8 } from '../../wire/utf8.ts';
import { Interner } from '../interner.ts';

const LINES_AT_ONCE = 4096;
const UNKNOWN = '[unknown]';

/**
 * Writes one sample type of a profile as collapsed stacks, UTF-8: one line for each distinct stack with its total, in the order of
 * their first samples, inlined frames one by one. Stacks with the total 0 and all labels are left out.
 *
 * What the format cannot hold is replaced in names: `;` by `:`, line ends by spaces, an empty name by `[unknown]`; a stack that
 * would begin with `#`, a comment, begins with a space instead. A frame without a function is its address.
 *
 * Throws `ProfileError` `incompatible` where there is no sample type `sampleIndex`, `out-of-range` for a total past 2^53.
 */
export function encodeCollapsed(profile: Profile, sampleIndex: number): Uint8Array {
  const { samples } = profile;
  const values = samples.values[sampleIndex];
  if (!values) {
    throw new ProfileError('incompatible', `there is no sample type ${sampleIndex}; the profile has ${samples.values.length}`);
  }
  const stackText = stackTexts(profile);
  const stacks = new Interner<string>('distinct stacks');
  const texts: string[] = [];
  const totals: number[] = [];
  for (let sample = 0; sample < samples.length; sample++) {
    const text = stackText(samples.stack[sample]);
    const index = stacks.number(text);
    if (index === texts.length) {
      texts.push(text);
      totals.push(0);
    }
    totals[index] += values[sample];
  }
  return joinLines(texts, totals);
}

/** Gives the text of a stack; the texts of frames are made once. */
function stackTexts({ stacks, locations, functions }: Profile): (stack: number) => string {
  const frames = Array.from({ length: locations.length }, (_, location) => {
    const names: string[] = [];
    for (let line = locations.lineStart[location + 1] - 1; line >= locations.lineStart[location]; line--) {
      names.push(frameText(functions.name[locations.lineFunction[line]]));
    }
    if (names.length > 0) return names.join(';');
    const address = locations.address[location];
    return address === 0n ? UNKNOWN : `0x${address.toString(16)}`;
  });
  return (stack) => {
    let text = '';
    for (let i = stacks.start[stack + 1] - 1; i >= stacks.start[stack]; i--) {
      text += text === '' ? frames[stacks.locations[i]] : `;${frames[stacks.locations[i]]}`;
    }
    return text.startsWith('#') ? ` ${text}` : text;
  };
}

function frameText(name: string): string {
  return name === '' ? UNKNOWN : name.replaceAll(';', ':').replaceAll(/[\r\n]/g, ' ');
}

function joinLines(texts: readonly string[], totals: readonly number[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let from = 0; from < texts.length; from += LINES_AT_ONCE) {
    let chunk = '';
    for (let i = from; i < Math.min(from + LINES_AT_ONCE, texts.length); i++) {
      if (!Number.isSafeInteger(totals[i])) {
        throw new ProfileError('out-of-range', `the total of "${texts[i]}" is past 2^53; scale the profile to a coarser unit`);
      }
      if (totals[i] !== 0) chunk += `${texts[i]} ${totals[i]}\n`;
    }
    const bytes = encodeUtf8(chunk);
    chunks.push(bytes);
    size += bytes.length;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const bytes of chunks) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}
