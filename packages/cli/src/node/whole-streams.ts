import { readSync, writeSync } from 'node:fs';

/** How long to wait for the other end of a pipe that is slower than we are. */
const PAUSE_MS = 2;
const CHUNK = 64 * 1024;

/**
 * Writes everything to a file descriptor before it returns. Standard output may be a pipe that takes only part of a large text
 * at a time, or a terminal that is busy. Throws the system's error.
 */
export function writeFully(descriptor: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      pauseIf('EAGAIN', error);
    }
  }
}

/** Reads a file descriptor to its end. Throws the system's error. */
export function readFully(descriptor: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    try {
      const length = readSync(descriptor, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
    } catch (error) {
      if (codeOf(error) === 'EOF') return Buffer.concat(chunks); // how Windows ends a pipe
      pauseIf('EAGAIN', error);
    }
  }
}

function pauseIf(code: string, error: unknown): void {
  if (codeOf(error) !== code) throw error;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
