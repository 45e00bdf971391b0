import { expect, test } from 'vitest';
import { describeNetworkError } from './describe-network-error.ts';

const failed = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

test.each([
  ['ENOTFOUND', 'there is no such host; check the name'],
  ['SELF_SIGNED_CERT_IN_CHAIN', "the server's certificate is not trusted (SELF_SIGNED_CERT_IN_CHAIN); name its authority with"],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', "the server's certificate is not trusted"],
  ['toString', 'the server cannot be reached'],
])('%s: %s', (code, words) => {
  expect(describeNetworkError(failed(code))).toContain(words);
});

test('what is no error at all is described too', () => {
  expect(describeNetworkError(undefined)).toBe('the server cannot be reached');
});
