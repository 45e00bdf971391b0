import { describe, expect, test } from 'vitest';
import { seriousFaults } from './serious-faults.ts';
import { missing, visit } from './visit.ts';

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
