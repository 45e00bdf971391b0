import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCollectError } from './collect-error.ts';
import { parseProfileUrl } from './parse-profile-url.ts';

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      'http',
      'pyroscope+',
      'parca+',
      'https',
      '://',
      'h',
      ':80',
      '/',
      '?',
      '&',
      '=',
      'query',
      'from',
      'now-1h',
      'a:b:c:d:e',
      '{',
      '}',
      '+',
      '%',
    ),
    fc.string({ maxLength: 4 }),
  ),
  { maxLength: 14 },
);

test('every text is either a request over HTTP or an error that says what to do', () => {
  fc.assert(
    fc.property(pieces, (words) => {
      try {
        const { url, method } = parseProfileUrl(words.join(''), { now: 0 });
        expect(url.protocol).toMatch(/^https?:$/);
        expect([url.username, url.password, url.hash]).toEqual(['', '', '']);
        expect(['GET', 'POST']).toContain(method);
      } catch (error) {
        if (!isCollectError(error)) throw error;
        expect(error.code).toBe('bad-url');
      }
    }),
    { numRuns: 1000 },
  );
});

test('times past what a clock can show are refused', () => {
  for (const engine of ['pyroscope', 'parca']) {
    const url = `${engine}+http://h/?query=a:b:c:d:e&from=0&until=999999999999999`;
    expect(() => parseProfileUrl(url, { now: 0 })).not.toThrow();
    expect(() => parseProfileUrl(url.replace('from=0', 'from=now-999999999w'), { now: 0 })).toThrow('from cannot be read');
  }
});
