/** Deflate cannot shrink data by more than this factor. */
const MAX_RATIO = 1032;
const SMALLEST = 1024;

/**
 * A buffer size for inflating `bytes`: what the gzip trailer claims, kept between what is sensible and what is possible, because
 * the trailer may lie.
 */
export function likelyInflatedSize(bytes: Uint8Array, maxBytes: number): number {
  const end = bytes.length;
  const claimed = end < 4 ? 0 : (bytes[end - 4] | (bytes[end - 3] << 8) | (bytes[end - 2] << 16) | (bytes[end - 1] << 24)) >>> 0;
  return Math.max(SMALLEST, Math.min(claimed + 1, bytes.length * MAX_RATIO, maxBytes));
}
