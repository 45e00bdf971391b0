import { expect, test } from 'vitest';
import { formatReporterSubject, parseReporterSubject } from './reporter-subject.ts';

test('what a token proved comes back', () => {
  const reporter = { repository: 'shop/checkout', event: 'push', ref: 'refs/heads/a?b&c=d' };
  const subject = formatReporterSubject({ ...reporter, repository: 'Shop/Checkout' });
  expect(subject).toBe('github-actions:shop/checkout?event=push&ref=refs%2Fheads%2Fa%3Fb%26c%3Dd');
  expect(parseReporterSubject(subject)).toEqual(reporter);
  expect(parseReporterSubject('github-actions:shop/checkout')).toEqual({ repository: 'shop/checkout' });
});

test('other subjects prove no repository', () => {
  expect(parseReporterSubject('external:ci')).toBeUndefined();
  expect(parseReporterSubject('external:github-actions:shop/checkout')).toBeUndefined();
  expect(parseReporterSubject('github-actions:shop')).toBeUndefined();
  expect(() => formatReporterSubject({ repository: 'shop/checkout?event=push' })).toThrow('give owner/name');
});
