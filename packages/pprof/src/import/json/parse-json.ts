import type { Limits } from '../../limits.ts';
import { ProfileError } from '../../profile-error.ts';
import { decodeUtf8, encodeUtf8 } from '../../wire/utf8.ts';
import { checkJsonSize } from './check-json-size.ts';

/** A little below the longest string of V8. */
const LONGEST_TEXT = 2 ** 29 - 1024;

/** Parses JSON from untrusted bytes: bounded in size and nesting, with the byte offset of a fault. */
export function parseJson(bytes: Uint8Array, limits: Limits): unknown {
  if (bytes.length > LONGEST_TEXT) {
    throw new ProfileError('too-large', `JSON of ${bytes.length} bytes cannot be held as one text; profile for a shorter time`);
  }
  checkJsonSize(bytes, limits);
  const text = decodeUtf8(bytes);
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    throw jsonError(error, text, bytes.length);
  }
}

function jsonError(error: unknown, text: string, length: number): ProfileError {
  const reason = error instanceof Error ? error.message : String(error);
  // Engines say where in words only; those that say nothing leave the offset open.
  const position = /at position (\d+)/.exec(reason)?.[1];
  const offset = position === undefined ? undefined : encodeUtf8(text.slice(0, Number(position))).length;
  if (offset === length || /end of JSON|unexpected (end|eof)/i.test(reason)) {
    return new ProfileError('truncated', 'the JSON ends early; fetch the file again', length);
  }
  return new ProfileError('malformed', `the JSON is broken: ${reason}`, offset);
}
