import { gunzipSync, gzipSync } from 'node:zlib';
import { tooLarge } from './limits.ts';
import { ProfileError } from './profile-error.ts';
import { likelyInflatedSize } from './likely-inflated-size.ts';

/**
 * Inflates gzip data of one or more members, with Node's own zlib.
 *
 * Throws `ProfileError` `too-large` past `maxBytes`, `truncated` where the data end early, `malformed` for anything else that
 * gzip refuses, bytes behind the last member included.
 */
export function inflate(bytes: Uint8Array, maxBytes: number): Uint8Array {
  let result: { buffer: Uint8Array; engine: { bytesWritten: number } };
  try {
    // One chunk of the right size spares zlib thousands of small ones. `info` is missing from the published types.
    result = gunzipSync(bytes, {
      maxOutputLength: maxBytes,
      chunkSize: likelyInflatedSize(bytes, maxBytes),
      info: true,
    }) as unknown as typeof result;
  } catch (error) {
    throw gzipError(error, maxBytes);
  }
  const consumed = result.engine.bytesWritten;
  if (consumed < bytes.length) {
    throw new ProfileError('malformed', `gzip: ${bytes.length - consumed} bytes follow the end of the data`, consumed);
  }
  return result.buffer;
}

/** Compresses to gzip. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes);
}

function gzipError(error: unknown, maxBytes: number): ProfileError {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge('inflatedBytes', maxBytes);
  if (code === 'Z_BUF_ERROR') return new ProfileError('truncated', 'gzip: the compressed data end early; fetch the file again');
  return new ProfileError('malformed', `gzip: ${message ?? 'broken data'}`);
}
