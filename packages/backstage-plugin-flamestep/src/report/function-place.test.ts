import { expect, test } from 'vitest';
import { rowOf } from '../../test/report-examples.ts';
import { functionPlace } from './function-place.ts';

const row = rowOf('json.decode', 1, 2, 'slower');
const touch = { file: 'cart/decode.go', line: 57, name: 'cart.Decode' };
const moved = (name: string, file: string) => [{ name, file }];

test.each([
  ['where it begins', {}, 'decode.go:10'],
  ['its hot line', { hotLine: 34 }, 'hot line decode.go:34'],
  ['a change that touches nothing of it', { touched: [] }, 'decode.go:10'],
  [
    'a change of itself',
    { touched: [{ ...touch, role: 'itself' }] },
    'decode.go:10 · in cart/decode.go:57, which this change touches',
  ],
  [
    'a change of a caller',
    { touched: [{ ...touch, line: 0, role: 'caller' }] },
    'decode.go:10 · reached from cart/decode.go, which this change touches',
  ],
  [
    'a new name',
    { moved: { kind: 'renamed', from: moved('parsePrice', 'a.go'), to: moved('money.Parse', 'a.go') } },
    'decode.go:10 · parsePrice → money.Parse',
  ],
  [
    'another file',
    { moved: { kind: 'moved-file', from: moved('f', 'a.go'), to: moved('f', 'b.go') } },
    'decode.go:10 · a.go → b.go',
  ],
  ['nothing that is known', { file: '', startLine: 0 }, ''],
] as const)('%s', (_, different, words) => {
  expect(functionPlace({ ...row, ...different })).toBe(words);
});
