import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderRaw } from '../src/report/render-raw.ts';
import { UTC } from '../src/text/clock-text.ts';
import { decode, detectFormat, encode, encodeCollapsed, parse, parseLenient } from '../src/index.ts';
import type { Profile } from '../src/index.ts';
import { show } from './show.ts';

const corpus = process.env['FLAMESTEP_CORPUS'];
const reason = corpus ? '' : ' (skipped: FLAMESTEP_CORPUS is not set)';
const folder = (name: string) => join(corpus ?? '', 'third-party', name);
const read = (...path: string[]) => readFileSync(join(...path));
const total = (profile: Profile, column: number) => profile.samples.values[column]!.reduce((sum, value) => sum + value, 0);

describe.skipIf(!corpus)(`the legacy files of google/pprof read as pprof reads them${reason}`, () => {
  const pprof = folder('google-pprof/profile');
  const goldens = corpus ? readdirSync(pprof).filter((file) => file.endsWith('.string')) : [];
  const text = (profile: Profile) => renderRaw({ profile, timeZone: UTC, warnings: [] });

  test.each(goldens.map((file) => file.slice(0, -'.string'.length)))('%s', (name) => {
    const golden = read(pprof, `${name}.string`).toString();
    const profile = parse(read(pprof, name));
    expect(text(profile)).toBe(golden);
    // A label 0 without a unit is one thing that profile.proto cannot hold; none of these files has one.
    expect(text(decode(encode(profile)))).toBe(golden);
  });

  test('none is left out', () => {
    expect(goldens).toHaveLength(14);
  });
});

describe.skipIf(!corpus)(`every file of the corpus is read as what it is${reason}`, () => {
  const files: readonly (readonly [string, string, string])[] = [
    ['speedscope', 'Chrome/65/simple.cpuprofile', 'cpuprofile'],
    ['speedscope', 'Chrome/65/sucrase.cpuprofile', 'cpuprofile'],
    ['speedscope', 'node/10.11.0/example.cpuprofile', 'cpuprofile'],
    ['speedscope', 'Chrome/69/Heap-20181005T144546.heapprofile', 'heapprofile'],
    ['speedscope', 'node/10.11.0/Heap-20181003T105432.heapprofile', 'heapprofile'],
    ['speedscope', 'speedscope/0.1.2/simple-sampled.speedscope.json', 'speedscope'],
    ['speedscope', 'stackcollapse/simple.txt', 'collapsed'],
    ['speedscope', 'stackcollapse/simple-crlf.txt', 'collapsed'],
    ['speedscope', 'stackcollapse/recursion.txt', 'collapsed'],
    ['speedscope', 'stackcollapse/perf-vertx-stacks-01-collapsed-all.txt', 'collapsed'],
    ['speedscope', 'pprof/simple.prof', 'pprof'],
    ['datadog-pprof-format', 'test.pprof', 'pprof'],
    ['datadog-pprof-format', 'non-packed-repeated.pprof', 'pprof'],
    ['parca', 'alloc_objects.pb.gz', 'pprof'],
    ['parca', 'fgprof.pb.gz', 'pprof'],
    ['parca', 'profile-with-labels.pb.gz', 'pprof'],
  ];
  test.each(files)('%s/%s is %s', (repository, path, format) => {
    const bytes = read(folder(repository), path);
    expect(detectFormat(bytes)).toBe(format);
    expect(parse(bytes).samples.length).toBeGreaterThan(0);
  });

  test('none of the corpus is missing', () => {
    for (const [repository, path] of files) expect(existsSync(join(folder(repository), path))).toBe(true);
  });
});

describe.skipIf(!corpus)(`what other tools recorded${reason}`, () => {
  const speedscope = (path: string) => read(folder('speedscope'), path);

  test('Chrome: the lines that ran, and the time between samples', () => {
    expect(show(parse(speedscope('Chrome/65/simple.cpuprofile')))).toEqual([
      '(anonymous)@:1:1 1 1060000',
      '(anonymous)@:1:1;a@:1:11;b@:6:11;d@:16 13 15787571',
      '(anonymous)@:1:1;a@:1:11;b@:6:11;d@:14 1 1214429',
      '(anonymous)@:1:1;a@:1:11;c@:10:11;d@:16 14 18255000',
    ]);
  });

  test('Chrome: all samples and all time of a large file', () => {
    const bytes = speedscope('Chrome/65/sucrase.cpuprofile');
    const file = JSON.parse(bytes.toString()) as { startTime: number; endTime: number; timeDeltas: number[] };
    const profile = parse(bytes);
    expect(total(profile, 0)).toBe(17_138);
    expect(total(profile, 1)).toBe((file.endTime - file.startTime - file.timeDeltas[0]!) * 1000);
  });

  test('the older form of the same recording, with one time more than samples', () => {
    const profile = parse(speedscope('node/10.11.0/example.cpuprofile'));
    expect(total(profile, 0)).toBe(29);
    expect(total(profile, 1)).toBe((163_140_645_206 - 163_140_599_286) * 1000);
  });

  test('heap profiles: all bytes', () => {
    for (const path of ['Chrome/69/Heap-20181005T144546.heapprofile', 'node/10.11.0/Heap-20181003T105432.heapprofile']) {
      const bytes = speedscope(path);
      const sizes = [...bytes.toString().matchAll(/"selfSize":(\d+)/g)].map(([, size]) => Number(size));
      expect(total(parse(bytes), 0)).toBe(sizes.reduce((sum, size) => sum + size, 0));
    }
  });

  test('speedscope and collapsed stacks tell the same story', () => {
    const lines = ['a;b;c 5', 'a;b;d 4', 'a;b 5'];
    expect(show(parse(speedscope('stackcollapse/simple.txt')))).toEqual(lines);
    expect(show(parse(speedscope('stackcollapse/simple-crlf.txt')))).toEqual(lines);
    expect(show(parse(speedscope('speedscope/0.1.2/simple-sampled.speedscope.json')))).toEqual(
      lines.map((line) => `${line}000000000`),
    );
  });

  test('lines that are no samples are left out when asked to', () => {
    const bytes = speedscope('stackcollapse/simple-with-invalids.txt');
    expect(() => parse(bytes)).toThrowError(/^line 2: not a stack/);
    const { profile, repairs } = parseLenient(bytes);
    expect(show(profile)).toEqual(['a;b;c 5', 'a;b;d 4', 'a;b 5']);
    expect(repairs.map(({ count }) => count)).toEqual([2]);
  });

  test('recursion: equal frames in one stack stay apart', () => {
    expect(show(parse(speedscope('stackcollapse/recursion.txt')))).toContain('a;b;a;b;a;b 1');
  });

  test('collapsed stacks come back byte for byte', () => {
    const bytes = speedscope('stackcollapse/perf-vertx-stacks-01-collapsed-all.txt');
    const written = encodeCollapsed(parse(bytes), 0);
    expect(new TextDecoder().decode(written).trimEnd().split('\n')).toEqual(bytes.toString().trimEnd().split('\n'));
  });
});
