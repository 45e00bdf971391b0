import { expect, test } from 'vitest';
import { createLinkTo } from './link-to.ts';

const repository = { serverUrl: 'https://github.com', owner: 'acme', repo: 'shop' };
const paths = ['main.go', 'cart/decode.go', 'api/cart/decode.go', 'odd [x]#/a b.go', 'one/same.go', 'two/same.go'];
const linkTo = createLinkTo(repository, { head: { sha: 'aaa', paths } });

test.each([
  ['a path of the runner', '/home/runner/work/shop/shop/cart/decode.go', 'cart/decode.go'],
  ['a path of the module', 'github.com/acme/shop/api/cart/decode.go', 'api/cart/decode.go'],
  ['a path of Windows', 'D:\\a\\shop\\shop\\main.go', 'main.go'],
  ['characters that mean something in an address', '/src/odd [x]#/a b.go', 'odd%20%5Bx%5D%23/a%20b.go'],
])('%s leads to the file that it ends with', (_, file, path) => {
  expect(linkTo(file, 7, 'head')).toBe(`https://github.com/acme/shop/blob/aaa/${path}#L7`);
});

test.each([
  ['is not in the tree', '/src/gone.go'],
  ['is the standard library’s', '/usr/local/go/src/encoding/json/main.go'],
  ['is a dependency’s', '/go/pkg/mod/github.com/x/y@v1/main.go'],
  ['could be two', 'same.go'],
  ['only looks alike', '/src/xmain.go'],
  ['is no file', ''],
])('a file that %s has no link', (_, file) => {
  expect(linkTo(file, 7, 'head')).toBeUndefined();
});

test('a side whose tree is not known has no links, a function without a line leads to its file', () => {
  expect(linkTo('main.go', 7, 'base')).toBeUndefined();
  expect(linkTo('main.go', 0, 'head')).toBe('https://github.com/acme/shop/blob/aaa/main.go');
});
