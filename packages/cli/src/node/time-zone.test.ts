import { expect, test } from 'vitest';
import { timeZoneAt } from './time-zone.ts';
import type { ZoneSource } from './time-zone.ts';

const WINTER = Date.UTC(2026, 0, 15) / 1000;
const SUMMER = Date.UTC(2026, 6, 15) / 1000;
const HOUR = 3600;

/** Changes of the clock in Berlin up to 1996; the rule for later years stands at the end of the file. */
const BERLIN = zoneFile({
  types: [
    { offset: 53 * 60 + 28, name: 'LMT' },
    { offset: HOUR, name: 'CET' },
    { offset: 2 * HOUR, name: 'CEST' },
  ],
  changes: [
    [-2422054408, 1],
    [Date.UTC(1996, 2, 31, 1) / 1000, 2],
    [Date.UTC(1996, 9, 27, 1) / 1000, 1],
  ],
  rule: 'CET-1CEST,M3.5.0,M10.5.0/3',
});

test.each([
  ['before the first change', -2_500_000_000, { offset: 3208, name: 'LMT' }],
  ['between changes, in summer', Date.UTC(1996, 6, 1) / 1000, { offset: 2 * HOUR, name: 'CEST' }],
  ['between changes, in winter', Date.UTC(1980, 0, 1) / 1000, { offset: HOUR, name: 'CET' }],
  ['by the rule, in summer', SUMMER, { offset: 2 * HOUR, name: 'CEST' }],
  ['by the rule, in winter', WINTER, { offset: HOUR, name: 'CET' }],
])('names the zone %s', (_, seconds, zone) => {
  expect(timeZoneAt(seconds, source({ '/etc/localtime': BERLIN }))).toEqual(zone);
});

test.each([
  ['JST-9', SUMMER, 9 * HOUR, { offset: 9 * HOUR, name: 'JST' }],
  ['<+0330>-3:30', SUMMER, 3.5 * HOUR, { offset: 3.5 * HOUR, name: '+0330' }],
  ['<-03>3', SUMMER, -3 * HOUR, { offset: -3 * HOUR, name: '-03' }],
  ['NZST-12NZDT,M9.5.0,M4.1.0/3', WINTER, 13 * HOUR, { offset: 13 * HOUR, name: 'NZDT' }],
  ['IST-1GMT0,M10.5.0,M3.5.0/1', WINTER, 0, { offset: 0, name: 'GMT' }],
  ['<+1030>-10:30<+11>-11,M10.1.0,M4.1.0', WINTER, 11 * HOUR, { offset: 11 * HOUR, name: '+11' }],
])('reads the rule %s', (rule, seconds, offset, zone) => {
  const file = zoneFile({ types: [{ offset: 0, name: 'LMT' }], changes: [], rule });
  expect(timeZoneAt(seconds, { ...source({ '/etc/localtime': file }), offsetAt: () => offset })).toEqual(zone);
});

test.each([
  ['', 'UTC'],
  ['UTC', 'UTC'],
  ['Europe/Berlin', 'CEST'],
  [':Europe/Berlin', 'CEST'],
  ['/etc/localtime', 'CEST'],
])('obeys TZ=%j', (tz, name) => {
  const files = { '/etc/localtime': BERLIN, '/usr/share/lib/zoneinfo/Europe/Berlin': BERLIN };
  expect(timeZoneAt(SUMMER, { ...source(files), tz }).name).toBe(name);
});

test('without zone files the distance from UTC is the name', () => {
  expect(timeZoneAt(SUMMER, source({}))).toEqual({ offset: 2 * HOUR, name: 'UTC+02:00' });
  expect(timeZoneAt(SUMMER, { ...source({}), offsetAt: () => -(3.5 * HOUR) }).name).toBe('UTC-03:30');
  expect(timeZoneAt(SUMMER, { ...source({}), offsetAt: () => 0 }).name).toBe('UTC');
});

test.each([
  ['cut short', BERLIN.subarray(0, 90)],
  ['something else', Buffer.from('hello')],
])('a zone file that is %s counts as none', (_, bytes) => {
  expect(timeZoneAt(SUMMER, source({ '/etc/localtime': bytes })).name).toBe('UTC+02:00');
});

/** A machine in Berlin that has these files. */
function source(files: Readonly<Record<string, Uint8Array>>): ZoneSource {
  return {
    tz: undefined,
    readFile: (path) => {
      if (files[path]) return files[path];
      throw new Error(`no ${path}`);
    },
    offsetAt: (seconds) => (new Date(seconds * 1000).getUTCMonth() === 6 ? 2 : 1) * HOUR,
  };
}

/** A TZif file of version 2 with an empty 32-bit block, as the modern compilers write it. */
function zoneFile(zone: {
  types: readonly { offset: number; name: string }[];
  changes: readonly (readonly [seconds: number, type: number])[];
  rule: string;
}): Uint8Array {
  const names = zone.types.map(({ name }) => `${name}\0`).join('');
  const header = (...counts: number[]) => {
    const bytes = Buffer.alloc(44);
    bytes.write('TZif2');
    for (const [i, count] of counts.entries()) bytes.writeUInt32BE(count, 20 + i * 4);
    return bytes;
  };
  const times = zone.changes.map(([seconds]) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(seconds));
    return bytes;
  });
  let nameAt = 0;
  const records = zone.types.map(({ offset, name }) => {
    const bytes = Buffer.alloc(6);
    bytes.writeInt32BE(offset);
    bytes[5] = nameAt;
    nameAt += name.length + 1;
    return bytes;
  });
  return Buffer.concat([
    header(0, 0, 0, 0, 1, 1),
    Buffer.alloc(7),
    header(0, 0, 0, zone.changes.length, zone.types.length, names.length),
    ...times,
    Buffer.from(zone.changes.map(([, type]) => type)),
    ...records,
    Buffer.from(names),
    Buffer.from(`\n${zone.rule}\n`),
  ]);
}
