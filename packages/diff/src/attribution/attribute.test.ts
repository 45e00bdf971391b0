import { expect, test } from 'vitest';
import { attribute } from './attribute.ts';
import { matchPath } from './match-path.ts';

test.each([
  ['/home/me/checkout/src/json/decode.go', ['src/json/decode.go', 'src/json/encode.go'], 'src/json/decode.go'],
  ['example.com/metrics/decode.go', ['decode.go'], 'decode.go'],
  ['example.com/metrics/decode.go', ['services/metrics/decode.go', 'services/other/decode.go'], 'services/metrics/decode.go'],
  ['src/cart.js', ['packages/shop/src/cart.js'], 'packages/shop/src/cart.js'],
  ['C:\\work\\src\\Cart.cs', ['src/Cart.cs'], 'src/Cart.cs'],
  ['file:///checkout/src/cart.js', ['src/cart.js'], 'src/cart.js'],
  ['cart.js', ['a/cart.js', 'b/cart.js'], undefined],
  ['/checkout/lib/index.js', ['src/index.js'], undefined],
  ['/checkout/node_modules/cart/index.js', ['index.js'], undefined],
  ['/checkout/vendor/cart/cart.go', ['vendor/cart/cart.go'], 'vendor/cart/cart.go'],
  ['encoding/json/decode.go', ['decode.go'], undefined],
  ['', ['decode.go'], undefined],
])('%s among %s is %s', (path, files, expected) => {
  expect(
    matchPath(
      path,
      files.map((file) => ({ file })),
    )?.file,
  ).toBe(expected);
});

const path = [
  { name: 'main.main', file: '/checkout/main.go', startLine: 3, line: 8 },
  { name: 'metrics.Decode', file: '/checkout/decode.go', startLine: 10, line: 14 },
  { name: 'metrics.keyHash', file: '/checkout/hash.go', startLine: 5, lastLine: 11, line: 9 },
];

test('the finding itself comes first, then its callers', () => {
  const touches = attribute(path, [{ file: 'decode.go' }, { file: 'hash.go', ranges: [[9, 9]] }]);
  expect(touches).toEqual([
    { file: 'hash.go', line: 9, name: 'metrics.keyHash', role: 'itself' },
    { file: 'decode.go', line: 0, name: 'metrics.Decode', role: 'caller' },
  ]);
});

test('a change of other lines of a file is no touch', () => {
  expect(attribute(path, [{ file: 'hash.go', ranges: [[20, 30]] }])).toEqual([]);
  expect(
    attribute(path, [
      {
        file: 'hash.go',
        ranges: [
          [1, 2],
          [6, 7],
        ],
      },
    ])[0]?.line,
  ).toBe(6);
});

test('where lines are unknown the file is all there is', () => {
  expect(attribute([{ name: 'f', file: 'hash.go', line: 0 }], [{ file: 'hash.go', ranges: [[1, 2]] }])[0]?.line).toBe(0);
});

test('recursion is told of once', () => {
  const value = { name: 'value', file: 'a.js', line: 3 };
  expect(attribute([value, value, value], [{ file: 'a.js' }])).toEqual([
    { file: 'a.js', line: 0, name: 'value', role: 'itself' },
  ]);
});
