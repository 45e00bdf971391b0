import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

/** A value as it is kept: JSON, gzipped, away from the event loop. */
export async function zipJson(value: unknown): Promise<Buffer> {
  return zip(JSON.stringify(value), { level: 4 });
}

/** What {@link zipJson} wrote. */
export async function unzipJson<T>(bytes: Uint8Array): Promise<T> {
  // Only this package writes them.
  return JSON.parse((await unzip(bytes)).toString('utf8')) as T;
}
