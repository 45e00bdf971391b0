import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib';

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

/** Below this, the work takes less than handing it to another thread and waiting for that one's turn. */
const SMALL_BYTES = 256 * 1024;
const SMALL_ZIPPED_BYTES = 48 * 1024;

/** A value as it is kept: JSON, gzipped; what is large away from the event loop. */
export async function zipJson(value: unknown): Promise<Buffer> {
  const text = Buffer.from(JSON.stringify(value));
  return text.length <= SMALL_BYTES ? gzipSync(text, { level: 1 }) : zip(text, { level: 4 });
}

/** What {@link zipJson} wrote. */
export async function unzipJson<T>(bytes: Uint8Array): Promise<T> {
  const text = bytes.length <= SMALL_ZIPPED_BYTES ? gunzipSync(bytes) : await unzip(bytes);
  // Only this package writes them.
  return JSON.parse(text.toString('utf8')) as T;
}
