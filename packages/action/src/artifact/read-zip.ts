import { createInflateRaw } from 'node:zlib';
import { ArtifactError } from './artifact-error.ts';

/** What an archive may hold. Sizes are those of the bytes themselves, whatever its headers say. */
export interface ZipLimits {
  readonly zipBytes: number;
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Inflated bytes for each byte of the archive. */
  readonly ratio: number;
}

export const ZIP_LIMITS: ZipLimits = {
  zipBytes: 32 * 1024 * 1024,
  entries: 64,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 200,
};

/** An entry as the central directory has it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly compressed: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** Of the file type in a Unix mode. */
const FILE_TYPE = 0xf000;
const REGULAR_FILE = 0x8000;
const FOLDER = 0x4000;
const UNIX = 3;

/**
 * The files of a zip archive from anywhere, by name, in memory. Entries come from the central directory; names are relative, with
 * slashes. Throws `ArtifactError` for an archive that is broken, encrypted or past `limits`, and for any entry that is a link, twice
 * there, has a name that leads elsewhere, or that `accepts` does not expect.
 */
export async function readZip(
  zip: Uint8Array,
  accepts: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (zip.length > limits.zipBytes)
    throw new ArtifactError(`the archive has ${zip.length} bytes; at most ${limits.zipBytes} are read`);
  const files = new Map<string, Uint8Array>();
  let left = Math.min(limits.totalBytes, zip.length * limits.ratio);
  for (const entry of readDirectory(zip, limits)) {
    const { name } = entry;
    if (files.has(name)) throw new ArtifactError('the archive has two entries of one name');
    if (!accepts(name)) throw new ArtifactError('the archive has an entry that does not belong there');
    const bytes = await readEntry(zip, entry, Math.min(left, limits.entryBytes));
    left -= bytes.length;
    files.set(name, bytes);
  }
  return files;
}

function readDirectory(zip: Uint8Array, limits: ZipLimits): Entry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count === 0xffff || view.getUint32(end + 16, true) === 0xffffffff)
    throw new ArtifactError('the archive is in the zip64 format');
  if (view.getUint16(end + 8, true) !== count) throw new ArtifactError('the archive is one of several parts');
  if (count > limits.entries) throw new ArtifactError(`the archive has ${count} entries; at most ${limits.entries} are read`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw new ArtifactError('the directory of the archive is broken');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw new ArtifactError('the directory of the archive is broken');
    const name = readName(zip.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    checkAttributes(view, at);
    if (!name.endsWith('/')) entries.push({ name, method: view.getUint16(at + 10, true), ...readLocal(view, at) });
    at = next;
  }
  return entries;
}

/** Where the record at the end stands, before a comment of any length. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  throw new ArtifactError('this is no zip archive, or not all of one');
}

function readName(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ArtifactError('the archive has an entry whose name is no UTF-8');
  }
  const isOutside =
    name.startsWith('/') || /[\\\0]|^[A-Za-z]:/.test(name) || name.split('/').some((part) => part === '..' || part === '.');
  if (isOutside || name === '') throw new ArtifactError('the archive has an entry whose name leads elsewhere');
  return name;
}

function checkAttributes(view: DataView, at: number): void {
  if ((view.getUint16(at + 8, true) & 1) !== 0) throw new ArtifactError('the archive is encrypted');
  const type = (view.getUint32(at + 38, true) >>> 16) & FILE_TYPE;
  const isUnix = view.getUint8(at + 5) === UNIX;
  if (isUnix && type !== 0 && type !== REGULAR_FILE && type !== FOLDER)
    throw new ArtifactError('the archive has an entry that is no file but a link or a device');
}

function readLocal(view: DataView, at: number): Pick<Entry, 'start' | 'compressed'> {
  const compressed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + LOCAL_LENGTH > view.byteLength || view.getUint32(local, true) !== LOCAL_ENTRY)
    throw new ArtifactError('the archive names an entry that is not there');
  const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + compressed > view.byteLength) throw new ArtifactError('the archive ends within an entry');
  return { start, compressed };
}

async function readEntry(zip: Uint8Array, { method, start, compressed }: Entry, most: number): Promise<Uint8Array> {
  const bytes = zip.subarray(start, start + compressed);
  if (method === STORED) {
    if (bytes.length > most) throw tooLarge();
    return bytes.slice();
  }
  if (method !== DEFLATED) throw new ArtifactError(`the archive is compressed in a way that is not known here (${method})`);
  return inflate(bytes, most);
}

/** Counts what comes out, and stops when it is too much. */
async function inflate(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const stream = createInflateRaw();
  stream.end(bytes);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > most) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ArtifactError) throw error;
    throw new ArtifactError('the archive is broken: an entry cannot be inflated', { cause: error });
  } finally {
    stream.destroy();
  }
  const { buffer, byteOffset } = Buffer.concat(chunks);
  return new Uint8Array(buffer, byteOffset, length);
}

function tooLarge(): ArtifactError {
  return new ArtifactError('the archive inflates to more than is read');
}
