const SECOND_MS = 1000;

/** What an answer says about asking too often. */
export interface RateLimit {
  /** Whether that is why it was refused. */
  readonly isExceeded: boolean;
  /** How long the server wants to be left alone; `undefined` where it does not say. */
  readonly retryAfterMs: number | undefined;
}

/**
 * Reads `Retry-After` and the headers that GitHub sends: it answers 403, as to those who may not ask at all, when none of the requests of
 * an hour remain, or when too many came at once. Times are compared with the server's own clock where it tells it, else with `now`.
 */
export function readRateLimit({ status, headers }: Response, now: number): RateLimit {
  const date = Date.parse(headers.get('date') ?? '');
  const serverNow = Number.isNaN(date) ? now : date;
  const isUsedUp = headers.get('x-ratelimit-remaining')?.trim() === '0';
  const after = headers.get('retry-after')?.trim() ?? '';
  const reset = headers.get('x-ratelimit-reset')?.trim() ?? '';
  const until = isSeconds(after)
    ? serverNow + Number(after) * SECOND_MS
    : after !== ''
      ? Date.parse(after)
      : isUsedUp && isSeconds(reset)
        ? Number(reset) * SECOND_MS
        : Number.NaN;
  return {
    isExceeded: status === 429 || (status === 403 && (isUsedUp || after !== '')),
    retryAfterMs: Number.isNaN(until) ? undefined : Math.max(0, until - serverNow),
  };
}

function isSeconds(text: string): boolean {
  return /^\d{1,12}$/.test(text);
}
