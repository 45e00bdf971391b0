import { gzip, Inflate } from 'pako';
import { tooLarge } from './limits.ts';
import { ProfileError } from './profile-error.ts';
import { likelyInflatedSize } from './likely-inflated-size.ts';

const MAX_CHUNK = 1 << 20;
/** How much compressed data is handed over at a time, so that a bomb is noticed before it has gone off. */
const INPUT_STEP = 1 << 16;

/**
 * Inflates gzip data of one or more members, with pako. Same contract as the Node form: `too-large` past `maxBytes`, `truncated`,
 * `malformed`.
 */
export function inflate(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const inflater = new Inflate({ chunkSize: Math.min(likelyInflatedSize(bytes, maxBytes), MAX_CHUNK) });
  const chunks: Uint8Array[] = [];
  let size = 0;
  let unread = 0;
  let stream: { readonly avail_in: number } | undefined;
  inflater.onStart = (started) => {
    stream = started;
  };
  inflater.onData = (chunk) => {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge('inflatedBytes', maxBytes);
    chunks.push(chunk);
  };
  inflater.onEnd = () => {};
  for (let at = 0; at < bytes.length || at === 0; at += INPUT_STEP) {
    const last = at + INPUT_STEP >= bytes.length;
    if (!inflater.push(bytes.subarray(at, at + INPUT_STEP), last)) throw gzipError(inflater);
    if (inflater.ended) {
      unread = bytes.length - Math.min(at + INPUT_STEP, bytes.length) + (stream?.avail_in ?? 0);
      break;
    }
  }
  if (inflater.err !== 0) throw gzipError(inflater);
  if (!inflater.ended) throw truncated();
  if (unread > 0) {
    throw new ProfileError('malformed', `gzip: ${unread} bytes follow the end of the data`, bytes.length - unread);
  }
  return concatenate(chunks, size);
}

/** Compresses to gzip. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return gzip(bytes);
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) return chunks[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function gzipError(inflater: Inflate): ProfileError {
  return inflater.msg === 'buffer error' ? truncated() : new ProfileError('malformed', `gzip: ${inflater.msg}`);
}

function truncated(): ProfileError {
  return new ProfileError('truncated', 'gzip: the compressed data end early; fetch the file again');
}
