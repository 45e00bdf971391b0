import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '@backstage/frontend-defaults';
import flamestepPlugin from '@flamestep/backstage-plugin-flamestep/alpha';
import { expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

test('the lines of the front page put the plugin into an app', () => {
  expect(page).toContain(
    "\nimport flamestepPlugin from '@flamestep/backstage-plugin-flamestep/alpha';\nexport default createApp({ features: [flamestepPlugin] });\n",
  );
  expect(flamestepPlugin.$$type).toBe('@backstage/FrontendPlugin');
  expect(createApp({ features: [flamestepPlugin] }).createRoot()).toBeDefined();
});
