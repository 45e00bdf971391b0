import { expect, test } from 'vitest';
import { readRateLimit } from './rate-limit.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const reset = String(now / 1000 + 90);

test.each([
  ['403 of those who may not ask', 403, {}, false, undefined],
  ['403 with requests left', 403, { 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': reset }, false, undefined],
  ['403 with none left', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, true, 90_000],
  ['403 for asking too fast', 403, { 'retry-after': '60', 'x-ratelimit-remaining': '12' }, true, 60_000],
  ['429 without more', 429, {}, true, undefined],
  ['429 with a time', 429, { 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }, true, 30_000],
  ['429 with a time that is past', 429, { 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, true, 0],
  ['429 with something else', 429, { 'retry-after': 'soon' }, true, undefined],
  ['503 with a pause', 503, { 'retry-after': '5' }, false, 5000],
  [
    'a server whose clock is late',
    403,
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset, date: 'Sun, 22 Nov 2026 11:59:00 GMT' },
    true,
    150_000,
  ],
] as const)('%s', (_, status, headers, isExceeded, retryAfterMs) => {
  const response = new Response(null, { status, headers: headers as Record<string, string> });
  expect(readRateLimit(response, now)).toEqual({ isExceeded, retryAfterMs });
});
