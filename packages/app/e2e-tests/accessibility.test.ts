import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { missing, visit } from './visit.ts';
import { whenStill } from './when-still.ts';

const axeScript = missing ? '' : readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Pages, and what is there when they are whole. */
const PAGES = [
  ['the card', '/catalog/default/component/checkout', 'Step 2 of 4: Proactive'],
  ['the tab', '/catalog/default/component/checkout/observability', 'Latest reports'],
  ['the tab of a service without data', '/catalog/default/component/wallet-app/observability', 'Latest reports'],
  ['the tab without an annotation', '/catalog/default/component/ledger-export/observability', 'flamestep.io/service'],
  ['the list of services', '/flamestep', 'Before the next step'],
  ['a report that is not there', '/flamestep/reports/none', 'Nothing is known of the report'],
] as const;

describe.skipIf(missing)(`axe finds no serious fault${missing ? ` (skipped: ${missing})` : ''}`, () => {
  describe.each(['light', 'dark'] as const)('in %s', (theme) => {
    test.each(PAGES)('in %s', (_, path, text) =>
      visit({ path, theme }, async (page) => {
        await page.getByText(text).first().waitFor();
        expect(await seriousFaults(page)).toEqual([]);
      }),
    );

    test('in a report', () =>
      visit({ path: '/catalog/default/component/checkout/observability', theme }, async (page) => {
        await page.locator('li').filter({ hasText: '#1482' }).getByRole('link', { name: 'report' }).first().click();
        await page.getByRole('application').waitFor();
        expect(await seriousFaults(page)).toEqual([]);
      }));
  });
});

/** What axe finds in the content, in lines that say what and where. What stands around it is Backstage's. */
async function seriousFaults(page: Page): Promise<readonly string[]> {
  await whenStill(page);
  await page.evaluate(axeScript);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run({ include: ['.fsp'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`));
}
