import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { raw } from './raw.ts';
import { rawText, renderRaw } from './render-raw.ts';

const profile = profileOf({ timeNanos: 1_500_000_000_000_000_000n }, 'main;parse@a.go:3#0x10 5', 'main;render 2');

test('is the whole profile, down to addresses, as the filters leave it', () => {
  const text = renderRaw(raw(profile, { focus: 'parse', granularity: 'files' }));
  expect(text).toContain('samples/count\n          5: 1 2 \nLocations\n');
  expect(text).toContain('     1: 0x10 parse a.go:3:0 s=0\n');
});

test('takes the time zone as an option', () => {
  const report = raw(profile, { timeZone: () => ({ name: 'JST', offset: 9 * 3600 }) });
  expect(renderRaw(report)).toContain('Time: 2017-07-14 11:40:00 +0900 JST\n');
});

test('gives the text in pieces', () => {
  expect([...rawText(raw(profile))].join('')).toBe(renderRaw(raw(profile)));
});
