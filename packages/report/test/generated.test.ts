import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundlePage } from '../scripts/bundle-page.ts';

test('the script and the hashes of the page are those of their sources', async () => {
  const written = readFileSync(new URL('../src/generated/page.ts', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
  expect(written, 'run: npm run build:page -w @flamestep/report').toBe(await bundlePage());
});
