/** Which clock people read at a moment: the zone's abbreviation and its distance from UTC in seconds, east positive. */
export interface ZoneOffset {
  /** Abbreviation, such as `CET`. */
  readonly name: string;
  /** Seconds, east of UTC positive. */
  readonly offset: number;
}

/** Gives the zone's state at a moment in seconds since 1970-01-01 UTC. */
export type TimeZone = (unixSeconds: number) => ZoneOffset;

/** Coordinated universal time, all year. */
export const UTC: TimeZone = () => ({ name: 'UTC', offset: 0 });

/** `2026-11-22 17:44:32 UTC`, for nanoseconds since 1970. */
export function timeText(nanos: bigint, zone: TimeZone): string {
  const { date, name } = inZone(nanos, zone);
  return `${date} ${name}`;
}

/** `2026-11-22 17:44:32.5 +0000 UTC`, for nanoseconds since 1970: as much of the fraction as there is. */
export function exactTimeText(nanos: bigint, zone: TimeZone): string {
  const { date, name, offset } = inZone(nanos, zone);
  const fraction = String(BigInt.asUintN(64, nanos - floorSeconds(nanos) * NANOS))
    .padStart(9, '0')
    .replace(/0+$/, '');
  const minutes = Math.trunc(Math.abs(offset) / 60);
  const distance = `${offset < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}${two(minutes % 60)}`;
  return `${date}${fraction && `.${fraction}`} ${distance} ${name}`;
}

function inZone(nanos: bigint, zone: TimeZone): ZoneOffset & { date: string } {
  const seconds = Number(floorSeconds(nanos));
  const state = zone(seconds);
  const date = new Date((seconds + state.offset) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return { ...state, date };
}

const NANOS = 1_000_000_000n;

function floorSeconds(nanos: bigint): bigint {
  const seconds = nanos / NANOS;
  return seconds * NANOS > nanos ? seconds - 1n : seconds;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
