import { expect, test } from 'vitest';
import { fileOfUrl } from './file-of-url.ts';

test.each([
  ['file:///srv/app.js', '/srv/app.js'],
  ['file:///srv/a%20b.js', '/srv/a b.js'],
  ['file:///srv/100%.js', '/srv/100%.js'],
  ['file:///C:/app.js', 'C:/app.js'],
  ['https://example.com/app.js?v=1', 'https://example.com/app.js?v=1'],
  ['node:internal/timers', 'node:internal/timers'],
  ['/srv/app.js', '/srv/app.js'],
  ['', ''],
])('%s is %s', (url, file) => {
  expect(fileOfUrl(url)).toBe(file);
});
