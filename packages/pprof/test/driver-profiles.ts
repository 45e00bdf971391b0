import type { Profile } from '../src/profile.ts';
import { profileOf } from './profile-of.ts';

// The facts of the five small profiles that google/pprof's driver tests build in code, after their symbolizer has run. The expected
// reports, of which those tests have a file each, can then be compared with ours.

const MANGLED: Readonly<Record<string, { readonly systemName: string }>> = Object.fromEntries(
  [
    ...['1000', '2000', '2001', '3000', '3001', '3002'].map((digits) => [`line${digits}`, `mangled${digits}`]),
    ['malloc', 'mangledMALLOC'],
    ['operator new', 'mangledNEW'],
  ].map(([name, systemName]) => [name, { systemName }]),
);
const SYMBOLISED = {
  start: 0x1000n,
  limit: 0x4000n,
  hasFunctions: true,
  hasFilenames: true,
  hasLineNumbers: true,
  hasInlineFrames: true,
};
const CPU = {
  sampleTypes: 'samples/count cpu/milliseconds',
  periodType: 'cpu/milliseconds',
  period: 1,
  durationNanos: 10_000_000_000n,
  mappings: { '/path/to/testbinary': SYMBOLISED },
  functions: MANGLED,
};
const F1000 = 'testdata/file1000.src';
const F2000 = 'testdata/file2000.src';
const F3000 = 'testdata/file3000.src';

export function cpuProfile(): Profile {
  const at = (frame: string) => `/path/to/testbinary!${frame}`;
  const leaf = at(`line1000@${F1000}:1#0x1000`);
  const middle = at(`line2000@${F2000}:4 > line2001@${F2000}:9#0x2000`);
  const root = at(`line3000@${F3000}:6 > line3001@${F3000}:5 > line3002@${F3000}:2#0x3000`);
  const root1 = at(`line3000@${F3000}:9 > line3001@${F3000}:8#0x3001`);
  const root2 = at(`line3000@${F3000}:9 > line3002@${F3000}:5#0x3002`);
  return profileOf(
    CPU,
    `${root};${middle};${leaf} 1000 1000 {key1=tag1, key2=tag1}`,
    `${root1};${leaf} 100 100 {key1=tag2, key3=tag2}`,
    `${root2};${middle} 10 10 {key1=tag3, key2=tag2}`,
    `${root} 10 10 {key1=tag4, key2=tag1}`,
  );
}

/** Without any symbols. */
export function smallCpuProfile(): Profile {
  const at = (address: string) => `/path/to/testbinary!${address}`;
  return profileOf(
    CPU,
    `${at('0x3000')};${at('0x2000')};${at('0x1000')} 1000 1000`,
    `${at('0x5000')};${at('0x2000')};${at('0x4000')} 1000 1000`,
    `${at('0x3000')} 1000 1000`,
    `${at('0x5000')} 1000 1000`,
  );
}

/** Without a file of the binary, with frames to drop, and with whatever labels the tests add to a sample. */
export function heapProfile(labels: (bytes: number, sample: number) => string, sampleTypes: string): Profile {
  const leaf = `line1000@${F1000}:1 > malloc@malloc.h:100 > pruneme@prune.h:100#0x1000`;
  const middle = `line2000@${F2000}:3 > line2001@${F2000}:2 > operator new@new.h:100#0x2000`;
  const root = `line3000@${F3000}:4 > line3001@${F3000}:2 > line3002@${F3000}:3 > operator new@new.h:100#0x3000`;
  const root1 = `line3000@${F3000}:4 > line3001@${F3000}:2 > operator new@new.h:100 > pruneme@prune.h:100#0x3001`;
  const root2 = `line3000@${F3000}:4 > line3002@${F3000}:3#0x3002`;
  return profileOf(
    {
      sampleTypes,
      periodType: 'allocations/bytes',
      period: 524_288,
      comments: ['comment', '#hidden comment'],
      dropFrames: '.*operator new.*|malloc',
      mappings: { '': { ...SYMBOLISED, buildId: 'buildid' } },
      functions: MANGLED,
    },
    `${root};${middle};${leaf} 10 1024000 {${labels(102_400, 0)}}`,
    `${root1};${leaf} 20 4096000 {${labels(204_800, 1)}}`,
    `${root2};${middle} 40 65536000 {${labels(1_638_400, 2)}}`,
    `${root} 80 32768000 {${labels(409_600, 3)}}`,
  );
}

export function longNamesProfile(): Profile {
  const at = (frame: string) => `/path/to/testbinary!${frame}`;
  const go = at('path/to/package1.object.function1@path/to/package1.go:1#0x1000');
  const cpp = at('(anonymous namespace)::Bar::Foo@a/long/path/to/package2.cc:4#0x2000');
  const java = at('java.bar.foo.FooBar.run(java.lang.Runnable)@FooBar.java:9#0x3000');
  return profileOf(CPU, `${java};${cpp};${go} 1000 1000`, `${cpp};${go} 100 100`, `${java} 10 10`);
}
