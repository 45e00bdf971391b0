import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readZip, ZIP_LIMITS } from './read-zip.ts';

const anything = () => true;
const read = (zip: Uint8Array, accepts: (name: string) => boolean = anything) => readZip(zip, accepts);

/** The archive with some bytes changed, at an offset from the start of its first directory entry. */
function patched(zip: Uint8Array, changes: Readonly<Record<number, readonly number[]>>): Uint8Array {
  const copy = zip.slice();
  const directory = Buffer.from(copy.buffer).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  for (const [offset, bytes] of Object.entries(changes)) copy.set(bytes, directory + Number(offset));
  return copy;
}

const small = zipSync({ 'result.json': strToU8('{"a":1}') });

describe('an archive', () => {
  test('gives the files that were put in, stored or deflated, without folders', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8}){0,2}\.pb$/), fc.uint8Array({ maxLength: 2000 }), {
          maxKeys: 6,
        }),
        fc.constantFrom(0, 6, 9),
        async (files, level) => {
          const found = await read(zipSync({ 'folder/': new Uint8Array(), ...files }, { level: level as 0 | 6 | 9 }));
          expect(Object.fromEntries(found)).toEqual(files);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('is read behind a comment', async () => {
    const zip = zipSync({ a: strToU8('b') }, { comment: 'from a tool' });
    expect([...(await read(zip)).keys()]).toEqual(['a']);
  });
});

describe('an archive is refused that', () => {
  test.each([
    ['climbs out', '../result.json'],
    ['climbs out further down', 'profiles/../../etc/passwd'],
    ['is absolute', '/etc/passwd'],
    ['is absolute on Windows', 'C:/windows/x'],
    ['has backslashes', '..\\result.json'],
    ['ends in the middle', 'result.json\0.png'],
  ])('has a name that %s', async (_, name) => {
    await expect(read(zipSync({ [name]: strToU8('x') }))).rejects.toThrow('name leads elsewhere');
  });

  test('has an entry that nobody expects', async () => {
    const zip = zipSync({ 'result.json': strToU8('{}'), 'run.sh': strToU8('rm') });
    await expect(read(zip, (name) => name === 'result.json')).rejects.toThrow('does not belong there');
  });

  test('has a name twice', async () => {
    const zip = Buffer.from(zipSync({ 'a.json': strToU8('1'), 'b.json': strToU8('2') }).map((byte) => byte));
    for (let at = zip.indexOf('b.json'); at >= 0; at = zip.indexOf('b.json', at)) zip.write('a.json', at);
    await expect(read(zip)).rejects.toThrow('two entries of one name');
  });

  test('has a symbolic link', async () => {
    const zip = zipSync({ link: [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });
    await expect(read(zip)).rejects.toThrow('no file but a link');
  });

  test('is encrypted', async () => {
    await expect(read(patched(small, { 8: [1] }))).rejects.toThrow('encrypted');
  });

  test('is compressed in another way', async () => {
    await expect(read(patched(small, { 10: [12] }))).rejects.toThrow('not known here (12)');
  });

  test('is a bomb, whatever its headers say of its size', async () => {
    const bomb = zipSync({ 'result.json': new Uint8Array(ZIP_LIMITS.entryBytes + 1) }, { level: 9 });
    await expect(read(bomb)).rejects.toThrow('inflates to more');
    await expect(read(patched(bomb, { 24: [1, 0, 0, 0] }))).rejects.toThrow('inflates to more');
  });

  test('is a bomb of many parts', async () => {
    const part = new Uint8Array(4 * 1024 * 1024);
    const bomb = zipSync(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}`, part])), { level: 9 });
    await expect(read(bomb)).rejects.toThrow('inflates to more');
  });

  test('has too many entries', async () => {
    const zip = zipSync(Object.fromEntries(Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, i) => [`${i}`, strToU8('x')])));
    await expect(read(zip)).rejects.toThrow('65 entries; at most 64');
  });

  test('is in the zip64 format, whose sizes stand elsewhere', async () => {
    const zip = small.slice();
    new DataView(zip.buffer).setUint32(zip.length - 22 + 16, 0xffffffff, true);
    await expect(read(zip)).rejects.toThrow('zip64');
  });

  test('is cut off anywhere, or has any byte changed, never in another way than by an error or a readable file', async () => {
    for (let length = 0; length < small.length; length++)
      await expect(read(small.subarray(0, length))).rejects.toThrow('archive');
    await fc.assert(
      fc.asyncProperty(fc.nat(small.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const zip = small.slice();
        zip[at] = byte;
        await read(zip).catch((error: Error) => expect(error.name).toBe('ArtifactError'));
      }),
      { numRuns: 300 },
    );
  });
});
