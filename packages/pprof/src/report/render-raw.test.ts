import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import type { Profile } from '../profile.ts';
import { ProfileBuilder } from '../profile-builder.ts';
import { UTC } from '../text/clock-text.ts';
import { renderRaw } from './render-raw.ts';

const textOf = (profile: Profile) => renderRaw({ profile, timeZone: UTC, warnings: [] });

test('dumps a profile in full', () => {
  const profile = profileOf(
    {
      sampleTypes: 'samples/count cpu/nanoseconds',
      defaultSampleType: 'cpu',
      periodType: 'cpu/nanoseconds',
      period: 100,
      comments: ['one', '#two'],
      docUrl: 'https://example.com/doc',
      timeNanos: 1_500_000_000_000_000_000n,
      durationNanos: 90_250_000_000n,
      functions: { inner: { systemName: '_inner', startLine: 7 } },
      mappings: { '/bin/app': { start: 0x400000n, limit: 0x500000n, buildId: 'b1', hasFunctions: true, hasInlineFrames: true } },
    },
    '/bin/app!main@a.go:10:2 > inner@a.go:8#0x401000;0x2a 1 -10 {z=2, k=a, k=b, n:16bytes, m:5}',
    '(empty) 0 3',
  );
  expect(textOf(profile)).toBe(
    [
      'Comment: one',
      'Comment: #two',
      'Doc: https://example.com/doc',
      'PeriodType: cpu nanoseconds',
      'Period: 100',
      'Time: 2017-07-14 02:40:00 +0000 UTC',
      'Duration: 1m30',
      'Samples:',
      'samples/count cpu/nanoseconds[dflt]',
      '          1        -10: 1 2 ',
      '                k:[a b] z:[2]',
      '                m:[5] n:[16 bytes]',
      '          0          3: ',
      'Locations',
      '     1: 0x2a ',
      '     2: 0x401000 M=1 inner a.go:8:0 s=7(_inner)',
      '             main a.go:10:2 s=0',
      'Mappings',
      '1: 0x400000/0x500000/0x0 /bin/app b1 [FN][IN]',
      '',
    ].join('\n'),
  );
});

test("uses the file's own ids where they are kept", () => {
  const builder = new ProfileBuilder([{ type: 'samples', unit: 'count' }]);
  const mapping = builder.addMapping({ file: 'app' });
  const location = builder.addLocation({ mapping, address: 1n, isFolded: true });
  builder.addSample(builder.addStack([location]), [1]);
  const ids = { mappings: BigUint64Array.of(9n), locations: BigUint64Array.of(0xffff_ffff_ffff_ffffn) };
  expect(textOf(builder.build({ sourceIds: ids }))).toContain(
    [
      '          1: 18446744073709551615 ',
      'Locations',
      '18446744073709551615: 0x1 M=9 [F] ',
      'Mappings',
      '9: 0x0/0x0/0x0 app  ',
      '',
    ].join('\n'),
  );
});

test('cuts the duration after four characters, as pprof does', () => {
  const withDuration = (durationNanos: bigint) => textOf(profileOf({ durationNanos }, 'main 1'));
  expect(withDuration(30_050_000_000n)).toContain('Duration: 30.0\n');
  expect(withDuration(1500n)).toContain('Duration: 1.5µ\n');
});

test('an empty profile', () => {
  expect(textOf(new ProfileBuilder([]).build())).toBe('PeriodType:  \nPeriod: 0\nSamples:\n\nLocations\nMappings\n');
});
