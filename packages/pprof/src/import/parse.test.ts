import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { encode } from '../wire/encode.ts';
import { detectFormat, parse, parseLenient } from './parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const fixture = (name: string) => readFileSync(new URL(`../../../../fixtures/${name}`, import.meta.url));

describe('the format is told from the bytes', () => {
  test.each([
    ['edge/inlined.pb', 'pprof'],
    ['edge/gzip-members.pb.gz', 'pprof'],
    ['node/work.cpuprofile', 'cpuprofile'],
    ['node/work.heapprofile', 'heapprofile'],
    ['edge/legacy/cpu-le32.prof', 'legacy-cpu'],
    ['edge/legacy/cpu-be64.prof', 'legacy-cpu'],
    ['edge/legacy/java-cpu.prof', 'java-cpu'],
    ['edge/legacy/heap-go.txt', 'legacy-heap'],
    ['edge/legacy/growth.txt', 'legacy-heap'],
    ['edge/legacy/fragmentation.txt', 'legacy-heap'],
    ['edge/legacy/go-count.txt', 'legacy-count'],
    ['edge/legacy/threads.txt', 'legacy-threads'],
    ['edge/legacy/contention.txt', 'legacy-contention'],
    ['edge/legacy/java-contention.txt', 'java-contention'],
    ['edge/legacy/java-heap.txt', 'java-heap'],
  ])('%s is %s, also compressed', (name, format) => {
    const data = fixture(name);
    expect(detectFormat(data)).toBe(format);
    expect(detectFormat(gzipSync(data))).toBe(format);
    expect(parse(gzipSync(data))).toEqual(parse(data));
  });

  test.each([
    ['main;parse 12\n', 'collapsed'],
    ['\ufeffmain;parse 12\n', 'collapsed'],
    ['# made by hand\n\nmain 12', 'collapsed'],
    ['{main};App\\run 12\n', 'collapsed'],
    ['[unknown];read_[k] 3\n', 'collapsed'],
    ['<module>;work (app.py:3) 3\n', 'collapsed'],
    ['not a stack\nmain;parse 12\n', 'collapsed'],
    ['--- mutex:\ncycles/second=1000\n', 'legacy-contention'],
    ['\ufeff {"head": {"callFrame": {}, "selfSize": 0}}', 'heapprofile'],
    ['{"head": {"functionName": "(root)", "id": 1}}', 'cpuprofile'],
    ['{"shared": {"frames": []}, "profiles": []}', 'speedscope'],
  ])('%j is %s', (text, format) => {
    expect(detectFormat(bytes(text))).toBe(format);
  });

  test('a profile.proto goes through decode', () => {
    const profile = profileOf('main;parse 12 {thread=worker}');
    expect(show(parse(encode(profile)))).toEqual(['main;parse 12 {thread=worker}']);
  });
});

describe('what is no profile is refused, with advice where the kind is known', () => {
  test.each([
    ['', 'the input is empty'],
    ['This is no profile.\n', 'none of the formats'],
    ['PERFILE2\0\0', 'perf_to_profile'],
    ['FLR\0\0\x02', 'jfrconv'],
    ['PK\x03\x04', 'unpack it'],
    ['<!DOCTYPE html><html></html>', 'a web page'],
    ['{"traceEvents": [{"ph": "P"}]}', 'node --cpu-prof'],
    ['[{"ph": "P", "ts": 1}]', 'node --cpu-prof'],
    ['{"snapshot": {}, "nodes": [], "edges": []}', 'a heap snapshot'],
    ['{"meta": {}, "threads": []}', 'this is JSON, but not'],
    ['{"__proto__": {"nodes": []}}', 'this is JSON, but not'],
  ])('%j', (text, advice) => {
    expect(() => parse(bytes(text))).toThrowError(
      expect.objectContaining({ name: 'ProfileError', code: 'not-a-profile', message: expect.stringContaining(advice) }),
    );
  });

  test('other binary data fails as a profile.proto', () => {
    expect(() => parse(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toThrowError(
      expect.objectContaining({ name: 'ProfileError' }),
    );
  });
});

describe('lenient', () => {
  test('reads what strict parsing refuses, and says what it left out', () => {
    const text = bytes('main;parse 12\nno count\nmain 3\n?\n');
    expect(() => parse(text)).toThrowError(
      'line 2: not a stack with a whole number after it, such as "main;parse 12" (at byte 14)',
    );
    const { profile, repairs } = parseLenient(text);
    expect(show(profile)).toEqual(['main;parse 12', 'main 3']);
    expect(repairs).toEqual([expect.objectContaining({ code: 'malformed', count: 2 })]);
  });

  test('has nothing to say about a valid file', () => {
    expect(parseLenient(bytes('main 3')).repairs).toEqual([]);
  });

  test('a profile.proto goes through decodeLenient', () => {
    const { repairs } = parseLenient(fixture('edge/invalid/function-id-0.pb'));
    expect(repairs).toHaveLength(1);
  });
});

describe('limits', () => {
  test.each([
    ['samples', { samples: 1 }, 'a 1\nb 1\n'],
    ['stackDepth', { stackDepth: 2 }, 'a;b;c 1\n'],
    ['strings', { strings: 2 }, 'a;b;c 1\n'],
    ['stringBytes', { stringBytes: 3 }, 'main 1\n'],
    ['inflatedBytes', { inflatedBytes: 8 }, 'main;parse 12\n'],
    ['samples', { samples: 1 }, 'goroutine profile: total 2\n1 @ 0x1\n1 @ 0x2\n'],
    ['stackDepth', { stackDepth: 1 }, 'goroutine profile: total 2\n1 @ 0x1 0x2\n'],
    ['stackDepth', { stackDepth: 1 }, `{"head": ${'{"children": ['.repeat(20)}`],
  ])('%s: %j', (_, limits, text) => {
    expect(() => parse(bytes(text), { limits })).toThrowError(expect.objectContaining({ code: 'too-large' }));
    expect(() => parse(gzipSync(text), { limits })).toThrowError(expect.objectContaining({ code: 'too-large' }));
  });
});
