import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundleScript } from '../scripts/bundle-script.ts';

test('src/generated/script.ts is what the sources give; otherwise: npm run build:script -w @flamestep/flamegraph', async () => {
  const written = readFileSync(new URL('../src/generated/script.ts', import.meta.url), 'utf8');
  const bundled = await bundleScript();
  // Compared as a truth value: a difference of two such lines would fill the terminal and say nothing.
  expect(written === bundled).toBe(true);
});
