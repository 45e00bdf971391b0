import type { Limits } from '../../limits.ts';
import { ProfileError } from '../../profile-error.ts';
import { decodeUtf8 } from '../../wire/utf8.ts';
import { startOfText } from '../text-lines.ts';
import { checkJsonSize } from './check-json-size.ts';
import { findJsonFault } from './find-json-fault.ts';

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
    throw jsonError(error, bytes);
  }
}

function jsonError(error: unknown, bytes: Uint8Array): ProfileError {
  const offset = findJsonFault(bytes, startOfText(bytes));
  if (offset === bytes.length) return new ProfileError('truncated', 'the JSON ends early; fetch the file again', offset);
  // Engines word this differently, some quote the text.
  const reason = offset === undefined ? `: ${error instanceof Error ? error.message : String(error)}` : '';
  return new ProfileError('malformed', `the JSON is broken${reason}`, offset);
}
