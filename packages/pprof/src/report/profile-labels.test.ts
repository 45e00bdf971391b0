import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import type { ProfileOfOptions } from '../../test/profile-of.ts';
import { prepareReport } from './prepare-report.ts';
import { profileLabels } from './profile-labels.ts';
import type { ReportOptions } from './report-options.ts';

function labels(options: ProfileOfOptions, reportOptions: ReportOptions = {}): string[] {
  const prepared = prepareReport(profileOf(options, 'main 1000000'), 'traces', reportOptions);
  return profileLabels(prepared, prepared.format);
}

test('all of them, in the order of pprof', () => {
  const options: ProfileOfOptions = {
    sampleTypes: 'cpu/nanoseconds',
    mappings: { '/usr/bin/app/': { buildId: 'b1' }, '/lib/libc.so': {} },
    comments: ['a note', '#hidden'],
    docUrl: 'https://example.com',
    timeNanos: 1_500_000_000_000_000_000n,
    durationNanos: 20_000_000n,
  };
  expect(labels(options)).toEqual([
    'File: app',
    'Build ID: b1',
    'a note',
    'Type: cpu',
    'Doc: https://example.com',
    'Time: 2017-07-14 02:40:00 UTC',
    'Duration: 20ms, Total samples = 1ms ( 5.00%)',
  ]);
  const timeZone = () => ({ name: 'JST', offset: 9 * 3600 });
  expect(labels(options, { timeZone })).toContain('Time: 2017-07-14 11:40:00 JST');
});

test('samples that are no time have no share of the duration', () => {
  expect(labels({ sampleTypes: 'space/bytes', durationNanos: 1n }).at(-1)).toBe('Duration: 1ns, Total samples = 976.56kB ');
});

test('nothing known, nothing said', () => {
  expect(labels({ sampleTypes: '/count', mappings: { '': {} } })).toEqual([]);
});
