import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '@backstage/frontend-defaults';
import { expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

test('the lines of the front page put the plugin into an app', async () => {
  const [, name] =
    /^import flamestepPlugin from '(.+?)';\nexport default createApp\(\{ features: \[flamestepPlugin\] \}\);$/m.exec(page) ?? [];
  const { default: flamestepPlugin } = await import(/* @vite-ignore */ name!);
  expect(flamestepPlugin.$$type).toBe('@backstage/FrontendPlugin');
  expect(createApp({ features: [flamestepPlugin] }).createRoot()).toBeDefined();
});
