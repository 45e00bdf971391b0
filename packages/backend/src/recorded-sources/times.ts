/** Times as sources write them: ISO 8601, iCalendar, and seconds, milliseconds, microseconds or nanoseconds of these decades. */
const TIME =
  /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z|\b\d{8}T\d{6}Z|(?<![\w.])(?:1[5-9]|2\d)\d{8}(?:(?:\.\d+)|(?:\d{3}|\d{6}|\d{9}))?(?![\w.])/g;

/** All times in a text, in milliseconds since 1970. */
export function findTimes(text: string): number[] {
  return [...text.matchAll(TIME)].map(([time]) => read(time));
}

/** The text with all its times moved by so many milliseconds, each written as it was. */
export function shiftTimes(text: string, by: number): string {
  return text.replace(TIME, (time) => write(read(time) + by, time));
}

/** The text with its times told as so many steps before or after `now`, so that the same question at another time is the same text. */
export function relativeTimes(text: string, now: number, step: number): string {
  return text.replace(TIME, (time) => `<${Math.round((read(time) - now) / step)}>`);
}

function read(time: string): number {
  if (time.includes('-')) return Date.parse(time);
  if (time.includes('T')) return Date.parse(time.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));
  return Number(time) / scaleOf(time);
}

function write(milliseconds: number, like: string): string {
  const iso = new Date(milliseconds).toISOString();
  if (like.includes('-')) return iso;
  if (like.includes('T')) return iso.replace(/[-:]|\.\d+/g, '');
  if (like.includes('.')) return (milliseconds / 1000).toFixed(3);
  const digits = String(Math.round(milliseconds * Math.min(1, scaleOf(like))));
  return digits.padEnd(like.length, '0');
}

/** How many of its units are in a millisecond. */
function scaleOf(time: string): number {
  const [whole = ''] = time.split('.', 1);
  return 10 ** (whole.length - 13);
}
