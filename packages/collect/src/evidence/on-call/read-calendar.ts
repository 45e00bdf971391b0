import { DAY_MS } from '../day-ms.ts';
/** One event. Times are milliseconds since 1970. */
export interface CalendarEvent {
  readonly from: number;
  readonly to: number;
}

const MOST_EVENTS = 20_000;

/**
 * The events of an iCalendar text (RFC 5545). A time without a zone, or with a named one, is read as UTC; of an event that repeats
 * only the first is taken, because on-call tools write every shift out: a day is rather missed than invented.
 */
export function readCalendar(text: string): CalendarEvent[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const events: CalendarEvent[] = [];
  let [from, to] = [Number.NaN, Number.NaN];
  for (const line of lines) {
    const [, name, value] = /^(BEGIN|END|DTSTART|DTEND)(?:;[^:]*)?:(.*)$/i.exec(line) ?? [];
    if (name === undefined) continue;
    if (/^begin$/i.test(name) && value === 'VEVENT') [from, to] = [Number.NaN, Number.NaN];
    else if (/^dtstart$/i.test(name)) from = readTime(value);
    else if (/^dtend$/i.test(name)) to = readTime(value);
    else if (value === 'VEVENT' && to > from && events.length < MOST_EVENTS) events.push({ from, to });
  }
  return events;
}

/** How many of the days after `now` have no moment without an event. */
export function countCoveredDays(events: readonly CalendarEvent[], now: number, days: number): number {
  const sorted = [...events].sort((a, b) => a.from - b.from);
  return Array.from({ length: days }, (_, day) => now + day * DAY_MS).filter((start) => {
    let until = start;
    for (const { from, to } of sorted) if (from <= until && to > until) until = to;
    return until >= start + DAY_MS;
  }).length;
}

function readTime(text: string): number {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(text.trim()) ?? [];
  return year === undefined ? Number.NaN : Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
}
