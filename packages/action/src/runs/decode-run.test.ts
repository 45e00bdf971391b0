import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse, type Profile } from '@flamestep/pprof';
import { expect, test } from 'vitest';
import { isActionError } from '../action-error.ts';
import { decodeRun, PROFILE_LIMITS } from './decode-run.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../../fixtures/${name}`, import.meta.url));

async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    await decodeRun('head/1.pb.gz', bytes, undefined);
  } catch (error) {
    if (isActionError(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
}

test.each([
  ['pprof', fixture('go/cpu.base.pb.gz')],
  ['a cpuprofile', fixture('node/work.cpuprofile')],
  ['a heapprofile', fixture('node/work.heapprofile')],
  ['collapsed stacks', Buffer.from('main;parse 3\nmain;print 4\n')],
])('%s is a run', async (_, bytes) => {
  const run = await decodeRun('head/1', bytes, 300);
  expect(run).toMatchObject({ source: 'head/1', operations: 300 });
  expect(run.profile.samples.length).toBeGreaterThan(0);
});

test('frames that the profile itself asks to drop are dropped', async () => {
  const bytes = fixture('edge/drop-one-frame.pb');
  const { profile } = await decodeRun('head/1.pb', bytes, undefined);
  expect(profile.dropFrames).not.toBe('');
  const leaves = ({ stacks, locations, functions }: Profile) =>
    Array.from(
      stacks.start.slice(0, stacks.length),
      (start) => functions.name[locations.lineFunction[locations.lineStart[stacks.locations[start]]]],
    );
  expect(leaves(parse(bytes))).toContain('memcpy');
  expect(leaves(profile)).not.toContain('memcpy');
});

test('a profile that cannot be read is refused with its name, the fault and what to do', async () => {
  expect({
    'no bytes': await refusalOf(new Uint8Array()),
    'a text': await refusalOf(fixture('edge/invalid/text.txt')),
    'a cut file': await refusalOf(fixture('edge/invalid/gzip-truncated.pb.gz')),
    'a fault inside': await refusalOf(fixture('edge/invalid/dangling-function.pb')),
    'a bomb': await refusalOf(gzipSync(Buffer.alloc(PROFILE_LIMITS.inflatedBytes + 1))),
    'no samples': await refusalOf(fixture('edge/no-samples.pb')),
  }).toMatchInlineSnapshot(`
    {
      "a bomb": "profile: head/1.pb.gz cannot be read: the profile has more than 67108864 bytes after decompression. Record for a shorter time, or sample less often.",
      "a cut file": "profile: head/1.pb.gz cannot be read: gzip: the compressed data end early; fetch the file again. Let the program end by itself before this step, and check that the file was copied as a whole.",
      "a fault inside": "profile: head/1.pb.gz cannot be read: location 2 refers to function 9, which does not exist. Record it again, or update what wrote it.",
      "a text": "profile: head/1.pb.gz cannot be read: the input is in none of the formats that are read (at byte 0). Give profiles of pprof or V8, speedscope files or collapsed stacks, and check what the pattern matches.",
      "no bytes": "profile: head/1.pb.gz is empty. Let the program end by itself: it writes its profile when it ends.",
      "no samples": "profile: head/1.pb.gz has no samples. Let the run take longer, as with -benchtime=2s.",
    }
  `);
});

test('a profile without waits is one', async () => {
  const { profile } = await decodeRun('head/1.pb', mutexProfileWithoutWaits(), undefined);
  expect(profile.samples.length).toBe(0);
});

/** `contentions/count`, in the wire format: a string table and one sample type. */
function mutexProfileWithoutWaits(): Uint8Array {
  const text = (word: string) => [0x32, word.length, ...Buffer.from(word)];
  return Uint8Array.from([0x0a, 4, 0x08, 1, 0x10, 2, ...text(''), ...text('contentions'), ...text('count')]);
}
