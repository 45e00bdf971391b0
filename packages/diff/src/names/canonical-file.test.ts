import { expect, test } from 'vitest';
import { canonicalFile } from './canonical-file.ts';

test.each([
  ['', ''],
  ['/src/app/main.go', '/src/app/main.go'],
  ['C:\\src\\app\\main.cs', 'C:/src/app/main.cs'],
  ['file:///src/app/main.js', '/src/app/main.js'],
  ['webpack://shop/./src/cart.ts?1a2b', '/src/cart.ts'],
  ['https://shop.example/assets/index-3fa9c1d2.js', '/assets/index-#.js'],
  ['dist/chunk.DiwrgT4a.js', 'dist/chunk.#.js'],
  ['dist/my-component.js', 'dist/my-component.js'],
  ['gopkg.in/yaml.v3@v3.0.1/decode.go', 'gopkg.in/yaml.v3/decode.go'],
  ['/node_modules/.pnpm/yaml@2.4.1/node_modules/yaml/index.js', '/node_modules/.pnpm/yaml/node_modules/yaml/index.js'],
])('%s is %s', (file, canonical) => {
  expect(canonicalFile(file)).toBe(canonical);
});
