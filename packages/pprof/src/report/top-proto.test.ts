import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show, showSampleTypes } from '../../test/show.ts';
import { topProto } from './top-proto.ts';

test('saves the rows of top in the unit that they are shown in', () => {
  const profile = profileOf(
    { sampleTypes: 'cpu/nanoseconds', durationNanos: 5n },
    'main@m.go;work@w.go 1600000000',
    'main@m.go 2000',
  );
  const { profile: saved } = topProto(profile, { granularity: 'filefunctions', nodeFraction: 0 });
  expect(showSampleTypes(saved)).toBe('cum/us flat/us');
  expect(show(saved)).toEqual(['work@w.go 1600000 1600000', 'main@m.go 1600002 2']);
  expect(saved.durationNanos).toBe(5n);
});

test('truncates, and shows each function once', () => {
  const profile = profileOf({ sampleTypes: 'cpu/nanoseconds' }, 'f@a.go:1 1999000000', 'f@a.go:2 500000000');
  const { profile: saved } = topProto(profile, { granularity: 'lines', unit: 's' });
  expect(show(saved)).toEqual(['f@a.go:1 1 1', 'f@a.go:2 0 0']);
  expect(saved.functions.length).toBe(1);
});
