import { expect, test } from 'vitest';
import { checkSize } from './store-baseline.ts';

const files = new Map([
  ['result.json', new Uint8Array(1000)],
  ['profiles/1.pb.gz', new Uint8Array(3 * 1024 * 1024)],
]);

test('a baseline that would not be read is not stored', () => {
  expect(() => checkSize(files, 4 * 1024 * 1024)).not.toThrow();
  expect(() => checkSize(files, 2 * 1024 * 1024)).toThrow(
    'they have 4 MiB, and at most 2 MiB are read; give fewer runs as head, or record for a shorter time',
  );
});
