export const DAY = 86_400_000;

/** Milliseconds since 1970 of an ISO 8601 day or moment, NaN when it is neither. Without a zone it is UTC. */
export function parseTime(text: string): number {
  const match = ISO.exec(text);
  if (match === null) return Number.NaN;
  const [, day, time = 'T00:00:00', zone = 'Z'] = match;
  return Date.parse(`${day}${time}${zone}`);
}

/** The moment as ISO 8601 in UTC. */
export function formatTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;
