import { expect, test } from 'vitest';
import { show, showSampleTypes } from '../../../test/show.ts';
import { parse, parseLenient } from '../parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('scales delays from cycles to nanoseconds, and both by the sampling period', () => {
  const profile = parse(
    bytes(
      '--- contentionz 1 ---\ncycles/second = 2000000000\nsampling period = 100\nms since reset = 5000\ndiscarded samples = 0\n' +
        '  3000  2 @ 0x11 0x21\n--- Memory map: ---\n00-ff: app\n',
    ),
  );
  expect(show(profile)).toEqual(['app!0x20;app!0x10 200 150000']);
  expect(showSampleTypes(profile)).toBe('contentions/count delay/nanoseconds');
  expect(profile.period).toBe(100);
  expect(profile.durationNanos).toBe(5_000_000_000n);
  expect(new RegExp(`^(?:${profile.dropFrames})$`).test('base::Mutex::Unlock()')).toBe(true);
});

test.each(['--- mutex:', '--- contention:'])('%s of Go: delays are nanoseconds already', (header) => {
  expect(show(parse(bytes(`${header}\n\n3000 2 @ 0x11\n`)))).toEqual(['0x10 2 3000']);
});

test('an attribute that is not known is an error', () => {
  expect(() => parse(bytes('--- mutex:\nphase of moon = 3\n'))).toThrowError('line 2: "phase of moon" is no attribute');
  expect(() => parse(bytes('--- mutex:\nsampling period = often\n'))).toThrowError(
    'line 2: "sampling period" has no whole number',
  );
});

test('a line that is no sample is a fault', () => {
  const text = bytes('--- mutex:\n1 2 @ 0x11\nwhat\n');
  expect(() => parse(text)).toThrowError(/^line 3: not a sample such as/);
  expect(parseLenient(text).profile.samples.length).toBe(1);
});

test('a line of a million digits is read in one pass', () => {
  expect(() => parse(bytes(`--- mutex:\n${'1'.repeat(1_000_000)}\n`))).toThrowError(/^line 2/);
});
