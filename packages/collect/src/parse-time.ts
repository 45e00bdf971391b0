const UNITS: Readonly<Record<string, number>> = { s: 1e3, m: 60e3, h: 3600e3, d: 86_400e3, w: 604_800e3 };
/** Seconds below, milliseconds from here on: 1973 in the one, the year 5138 in the other. */
const FIRST_MILLISECONDS = 1e11;
/** What a Date can hold, on either side of 1970. */
const MAX_MILLISECONDS = 8.64e15;
/** ISO 8601. A time of day needs its zone, so that the same words mean the same everywhere. */
const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/i;

/** Milliseconds since 1970 of `now`, `now-1h30m`, an ISO 8601 time, or a number of seconds or milliseconds; `undefined` for others. */
export function parseTime(text: string, now: number): number | undefined {
  if (text === 'now') return now;
  if (/^now-(\d{1,9}[smhdw])+$/.test(text)) {
    const parts = [...text.matchAll(/(\d+)([smhdw])/g)];
    const time = now - parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0);
    return Math.abs(time) > MAX_MILLISECONDS ? undefined : time;
  }
  if (/^\d{1,15}$/.test(text)) return Number(text) < FIRST_MILLISECONDS ? Number(text) * 1000 : Number(text);
  const time = ISO.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
