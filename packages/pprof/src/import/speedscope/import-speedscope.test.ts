import { describe, expect, test } from 'vitest';
import { show, showSampleTypes } from '../../../test/show.ts';
import { parse, parseLenient } from '../parse.ts';

const frames = [{ name: 'main' }, { name: 'parse', file: 'app.js', line: 3, col: 7 }, { name: 'render' }];
const fileOf = (...profiles: object[]) => new TextEncoder().encode(JSON.stringify({ shared: { frames }, profiles }));
const sampled = (unit: string, samples: number[][], weights: number[], name = 'one') => ({
  type: 'sampled',
  name,
  unit,
  startValue: 0,
  endValue: 10,
  samples,
  weights,
});
const open = (frame: number, at: number) => ({ type: 'O', frame, at });
const close = (frame: number, at: number) => ({ type: 'C', frame, at });
const evented = (events: object[], { unit = 'milliseconds', startValue = 0, endValue = 10, name = 'one' } = {}) => ({
  type: 'evented',
  name,
  unit,
  startValue,
  endValue,
  events,
});

describe('sampled', () => {
  test('stacks stand root first, equal ones are added up', () => {
    const profile = parse(fileOf(sampled('none', [[0, 1], [0], [0, 1]], [1, 2, 4])));
    expect(show(profile)).toEqual(['main;parse@app.js:3:7 5', 'main 2']);
    expect(showSampleTypes(profile)).toBe('samples/count');
  });

  test.each([
    ['nanoseconds', 'time/nanoseconds', 3],
    ['microseconds', 'time/nanoseconds', 3000],
    ['milliseconds', 'time/nanoseconds', 3_000_000],
    ['seconds', 'time/nanoseconds', 3_000_000_000],
    ['bytes', 'space/bytes', 3],
    ['none', 'samples/count', 3],
  ])('%s become %s', (unit, types, value) => {
    const profile = parse(fileOf(sampled(unit, [[0]], [3])));
    expect(showSampleTypes(profile)).toBe(types);
    expect(show(profile)).toEqual([`main ${value}`]);
  });

  test('a fraction of a nanosecond is rounded, one of a byte is a fault', () => {
    expect(show(parse(fileOf(sampled('microseconds', [[0]], [0.0004]))))).toEqual(['main 0']);
    const bytes = fileOf(sampled('bytes', [[0]], [2.5]));
    expect(() => parse(bytes)).toThrowError('sample 0 of profile 0: 2.5 is not a whole number of bytes');
    expect(show(parseLenient(bytes).profile)).toEqual(['main 3']);
  });

  test('frames that no sample uses do not appear', () => {
    expect(parse(fileOf(sampled('none', [[2]], [1]))).functions.name).toEqual(['render']);
  });
});

describe('evented', () => {
  test('time belongs to the stack that is open', () => {
    const profile = parse(fileOf(evented([open(0, 1), open(1, 2), close(1, 4), open(2, 4), close(2, 4.5), close(0, 9)])));
    expect(show(profile)).toEqual(['main 5500000', 'main;parse@app.js:3:7 2000000', 'main;render 500000']);
  });

  test('times count from the start value, so that times of day stay exact', () => {
    const startValue = 1_700_000_000_000;
    const events = [open(0, startValue + 0.25), close(0, startValue + 0.5)];
    expect(show(parse(fileOf(evented(events, { startValue }))))).toEqual(['main 250000']);
  });

  test('what passes between two frames of the root belongs to none', () => {
    expect(show(parse(fileOf(evented([open(0, 0), close(0, 1), open(0, 5), close(0, 6)]))))).toEqual(['main 2000000']);
  });

  test('frames that close in the wrong order are a fault', () => {
    const bytes = fileOf(evented([open(0, 0), open(1, 1), close(0, 2), close(1, 3), close(0, 4)]));
    expect(() => parse(bytes)).toThrowError('event 2 of profile 0 closes frame 0, but the innermost open one is 1');
    expect(show(parseLenient(bytes).profile)).toEqual(['main 2000000', 'main;parse@app.js:3:7 2000000']);
  });

  test('closing what was never opened is a fault', () => {
    expect(() => parse(fileOf(evented([close(0, 2)])))).toThrowError('event 0 of profile 0 closes frame 0, but none is open');
  });

  test('a frame that stays open is a fault, and lenient closes it at the end', () => {
    const bytes = fileOf(evented([open(0, 4)]));
    expect(() => parse(bytes)).toThrowError('profile 0 ends with 1 frames open');
    expect(show(parseLenient(bytes).profile)).toEqual(['main 6000000']);
  });

  test('going back in time is a fault', () => {
    expect(() => parse(fileOf(evented([open(0, 4), close(0, 3)])))).toThrowError(
      'event 1 of profile 0 lies before the one before it',
    );
    expect(() => parse(fileOf(evented([open(0, 4)], { startValue: 5 })))).toThrowError('lies before "startValue"');
  });
});

describe('several profiles in one file', () => {
  test('are told apart by a label', () => {
    const profile = parse(fileOf(sampled('none', [[0]], [1], 'thread 1'), sampled('none', [[0]], [2], 'thread 2')));
    expect(show(profile)).toEqual(['main 1 {profile=thread 1}', 'main 2 {profile=thread 2}']);
  });

  test('get a sample type each where they measure different things', () => {
    const profile = parse(fileOf(sampled('seconds', [[0]], [1], 'cpu'), sampled('bytes', [[0]], [2], 'heap'), evented([])));
    expect(showSampleTypes(profile)).toBe('time/nanoseconds space/bytes');
    expect(show(profile)).toEqual(['main 1000000000 0 {profile=cpu}', 'main 0 2 {profile=heap}']);
  });
});

describe('broken files', () => {
  test.each([
    ['a frame that does not exist', sampled('none', [[3]], [1]), 'dangling-reference', 'sample 0 of profile 0 refers to frame 3'],
    ['a frame that is no index', sampled('none', [[0.5]], [1]), 'dangling-reference', 'refers to frame 0.5'],
    ['fewer weights than samples', sampled('none', [[0], [1]], [1]), 'malformed', 'has 2 samples and 1 weights'],
    ['an unknown unit', sampled('parsecs', [], []), 'malformed', '"parsecs" is no unit of speedscope'],
    ['a time past 2^53 ns', sampled('seconds', [[0]], [1e9]), 'out-of-range', 'past 2^53 nanoseconds'],
    ['another type', { ...sampled('none', [], []), type: 'x' }, 'malformed', 'neither "sampled" nor "evented"'],
    ['another event', evented([{ type: 'X', frame: 0, at: 0 }]), 'malformed', 'neither "O" (open) nor "C" (close)'],
    ['no unit', { type: 'sampled' }, 'malformed', '"unit" of profile 0 should be a text and is missing'],
  ])('%s', (_, profile, code, message) => {
    expect(() => parse(fileOf(profile))).toThrowError(
      expect.objectContaining({ name: 'ProfileError', code, message: expect.stringContaining(message) }),
    );
  });
});
