/** Lets so many through a minute, and as many at once. Every replica counts for itself. */
export interface RateLimiter {
  /** Takes one; tells after how many seconds to come back when there is none. */
  take(key: string, now: number): { readonly retryAfterSeconds: number } | undefined;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Keys that are remembered; the ones used longest ago go first, and are full again. */
const MOST_KEYS = 10_000;

/** Token buckets, one for each key. */
export function createRateLimiter(perMinute: number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, now) {
      const bucket = buckets.get(key) ?? { tokens: perMinute, at: now };
      const tokens = Math.min(perMinute, bucket.tokens + (Math.max(0, now - bucket.at) / 60_000) * perMinute);
      buckets.delete(key);
      buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= MOST_KEYS) break;
        buckets.delete(oldest);
      }
      return tokens < 1 ? { retryAfterSeconds: Math.ceil(((1 - tokens) / perMinute) * 60) } : undefined;
    },
  };
}
