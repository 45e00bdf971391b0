import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownUrl } from './shown-url.ts';

test.each([
  ['http://localhost:6060/debug/pprof/heap', 'http://localhost:6060/debug/pprof/heap'],
  ['http://h/debug/pprof/profile?seconds=5', 'http://h/debug/pprof/profile?seconds=5'],
  ['https://user:hunter2@h/x?token=hunter2&debug=1#hunter2', 'https://h/x?token=…&debug=1'],
  ['parca+https://u:hunter2@h/?query=a:b{c="d"}', 'parca+https://h/?query=a:b{c="d"}'],
  ['http://u:hunter2@[broken/?token=hunter2', 'http://[broken/'],
  [
    'parca+http://h/?query=a{b=~"c.+"}&from=2026-11-22T10:00+09:00',
    'parca+http://h/?query=a{b=~"c.+"}&from=2026-11-22T10:00+09:00',
  ],
  ['http://h/?query=a%1b%0ab', 'http://h/?query=a  b'],
])('%s is shown as %s', (url, shown) => {
  expect(shownUrl(url)).toBe(shown);
});

test('what may be a secret is never shown', () => {
  const secret = fc.stringMatching(/^[A-Z]{12}$/);
  const place = fc.constantFrom(
    'http://me:SECRET@h/p',
    'http://SECRET@h/',
    'http://h/?key=SECRET',
    'http://h/#SECRET',
    'pyroscope+http://a:SECRET@h/?x=SECRET',
  );
  fc.assert(
    fc.property(secret, place, (value, text) => {
      expect(shownUrl(text.replaceAll('SECRET', value))).not.toContain(value);
    }),
  );
});
