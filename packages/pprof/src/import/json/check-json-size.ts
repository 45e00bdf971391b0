import type { Limits } from '../../limits.ts';
import { tooLarge } from '../../limits.ts';
import { ProfileError } from '../../profile-error.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** In JSON trees a frame is an object in an array. */
const LEVELS_PER_FRAME = 2;
const LEVELS_AROUND = 16;
/** Parsed, an object or array takes fifty times the two bytes of its JSON, so these are counted before memory is spent. */
const MOST_CONTAINERS = 10_000_000;
const MOST_ELEMENTS = 60_000_000;

/** Throws `too-large` for JSON that is nested deeper than a profile is, or whose parsed form would not fit in memory. */
export function checkJsonSize(bytes: Uint8Array, limits: Limits): void {
  const deepest = limits.stackDepth * LEVELS_PER_FRAME + LEVELS_AROUND;
  let depth = 0;
  let containers = 0;
  let elements = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at++; at < bytes.length && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
    } else if (byte === COMMA) elements++;
    else if (byte === OPENING_BRACE || byte === OPENING_BRACKET) {
      containers++;
      if (++depth > deepest) throw tooLarge('stackDepth', limits.stackDepth, at);
    } else if (byte === CLOSING_BRACE || byte === CLOSING_BRACKET) depth--;
  }
  if (containers > MOST_CONTAINERS || elements > MOST_ELEMENTS) {
    throw new ProfileError('too-large', 'the JSON has more parts than fit in memory; profile for a shorter time');
  }
}
