import type { TimeZone } from '../io.ts';

/** Where the zone of this machine is read from. */
export interface ZoneSource {
  /** The environment variable TZ. */
  readonly tz: string | undefined;
  /** Throws where there is no such file. */
  readFile(path: string): Uint8Array;
  /** What JavaScript says: seconds east of UTC, without the zone's short name. */
  offsetAt(seconds: number): number;
}

const ZONE_FOLDERS = ['/usr/share/zoneinfo', '/usr/share/lib/zoneinfo', '/usr/lib/locale/TZ', '/etc/zoneinfo'];
const UTC: TimeZone = { offset: 0, name: 'UTC' };

/**
 * The zone in force at a time, with the short name that pprof prints (`CET`). JavaScript does not know these names, so they
 * are read from the system's zone files, as Go does; on a system without them the name is `UTC+02:00` or alike.
 */
export function timeZoneAt(seconds: number, source: ZoneSource): TimeZone {
  if (source.tz === '' || source.tz === 'UTC') return UTC;
  const bytes = readZoneFile(source);
  const zone = bytes && zoneInFile(bytes, seconds, source);
  if (zone) return zone;
  const offset = source.offsetAt(seconds);
  return offset === 0 ? UTC : { offset, name: `UTC${clock(offset)}` };
}

function readZoneFile(source: ZoneSource): Uint8Array | undefined {
  const name = source.tz?.replace(/^:/, '');
  const paths =
    name === undefined ? ['/etc/localtime'] : name.startsWith('/') ? [name] : ZONE_FOLDERS.map((folder) => `${folder}/${name}`);
  for (const path of paths) {
    try {
      return source.readFile(path);
    } catch {
      // Not on this system; the next folder may have it.
    }
  }
  return undefined;
}

/** Looks a time up in a TZif file (RFC 9636), in its 64-bit block. */
function zoneInFile(bytes: Uint8Array, seconds: number, source: ZoneSource): TimeZone | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) !== 0x545a6966 || view.getUint8(4) < 0x32) return undefined;
    const first = readHeader(view, 0);
    const start = 44 + blockLength(first, 4);
    const header = readHeader(view, start);
    const times = start + 44;
    const types = times + header.times * 8;
    const records = types + header.times;
    const names = records + header.types * 6;

    let last = -1;
    while (last + 1 < header.times && view.getBigInt64(times + (last + 1) * 8) <= BigInt(seconds)) last++;
    if (last === header.times - 1) {
      const rule = latin1(bytes.subarray(start + 44 + blockLength(header, 8)));
      const zone = zoneOfRule(rule.replace(/^\n|\n[^]*$/g, ''), source.offsetAt(seconds));
      if (zone) return zone;
    }
    const record = records + (last === -1 ? 0 : view.getUint8(types + last)) * 6;
    const name = latin1(bytes.subarray(names + view.getUint8(record + 5))).replace(/\0[^]*$/, '');
    return { offset: view.getInt32(record), name };
  } catch {
    return undefined; // a broken file: RangeError of the view
  }
}

interface ZoneHeader {
  readonly utcFlags: number;
  readonly standardFlags: number;
  readonly leaps: number;
  readonly times: number;
  readonly types: number;
  readonly nameBytes: number;
}

function readHeader(view: DataView, at: number): ZoneHeader {
  const count = (index: number) => view.getUint32(at + 20 + index * 4);
  return {
    utcFlags: count(0),
    standardFlags: count(1),
    leaps: count(2),
    times: count(3),
    types: count(4),
    nameBytes: count(5),
  };
}

function blockLength(header: ZoneHeader, timeBytes: 4 | 8): number {
  const { times, types, nameBytes, leaps, standardFlags, utcFlags } = header;
  return times * (timeBytes + 1) + types * 6 + nameBytes + leaps * (timeBytes + 4) + standardFlags + utcFlags;
}

/** The name in a POSIX rule such as `CET-1CEST,M3.5.0,M10.5.0/3`: which of its two halves holds is told by the offset. */
function zoneOfRule(rule: string, offset: number): TimeZone | undefined {
  const match = /^(<[^>]+>|[a-z]+)([+-]?[\d:]+)(?:(<[^>]+>|[a-z]+)([+-]?[\d:]+)?)?/i.exec(rule);
  if (!match) return undefined;
  const [, standard, west, summer, summerWest] = match;
  const standardOffset = 0 - secondsOf(west);
  const summerOffset = summerWest === undefined ? standardOffset + 3600 : 0 - secondsOf(summerWest);
  const name = summer !== undefined && offset === summerOffset ? summer : standard;
  return { offset: name === standard ? standardOffset : summerOffset, name: name.replace(/[<>]/g, '') };
}

function secondsOf(text: string): number {
  const [hours, minutes = 0, seconds = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}

function clock(offset: number): string {
  const minutes = Math.abs(Math.trunc(offset / 60));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 64));
}
