/** `16 Nov`, with the year where it is another than that of `now`. */
export function formatDay(time: string | number, now: number = Date.now()): string {
  const date = new Date(time);
  const isOther = date.getUTCFullYear() !== new Date(now).getUTCFullYear();
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(isOther && { year: 'numeric' }),
  });
}

/** `20 Nov 06:00 UTC`. */
export function formatMoment(time: string, now: number = Date.now()): string {
  return `${formatDay(time, now)} ${new Date(time).toISOString().slice(11, 16)} UTC`;
}

/** How old it is: `4 h`, `9 days`. */
export function formatAge(time: string, now: number = Date.now()): string {
  const minutes = Math.max(0, Math.round((now - Date.parse(time)) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1440)} days`;
}
