export const DAY = 86_400_000;

const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const HAS_OFFSET = /[+-]\d{2}:\d{2}$/;
const DAY_LENGTH = 10;

/** Milliseconds since 1970 of an ISO 8601 day or moment, NaN when it is neither. Without a zone it is UTC. */
export function parseTime(text: string): number {
  if (!ISO.test(text)) return Number.NaN;
  return Date.parse(text.length === DAY_LENGTH || text.endsWith('Z') || HAS_OFFSET.test(text) ? text : `${text}Z`);
}

/** The moment as ISO 8601 in UTC. */
export function formatTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
