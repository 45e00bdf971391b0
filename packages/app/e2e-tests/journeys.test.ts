import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { missing, visit } from './visit.ts';

const CHECKOUT = '/catalog/default/component/checkout';

describe.skipIf(missing)(`in the portal${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test('somebody signs in, finds a service, and reads its step and what to do next', () =>
    visit({}, async (page) => {
      await page.getByRole('link', { name: 'checkout', exact: true }).first().click();
      await observabilityTab(page).waitFor();
      const card = page.getByRole('region', { name: 'Observability' });
      await card.getByText('Step 2 of 4: Proactive').waitFor();
      await card.getByText('Next', { exact: true }).waitFor();
      await observabilityTab(page).click();
      await page.getByRole('heading', { name: 'Step 2 of 4: Proactive' }).waitFor();
      await page.getByText('Too early:').first().waitFor();
      await page.getByRole('heading', { name: 'Next actions' }).waitFor();
      expect(await page.getByText('The service is stable').count()).toBeGreaterThan(0);
    }));

  test('somebody has a service assessed', () =>
    visit({ path: `${CHECKOUT}/observability` }, async (page) => {
      await page.getByRole('button', { name: 'Assess now' }).click();
      await page.getByText('Assessed just now.').waitFor();
      await page.getByRole('heading', { name: 'Step 2 of 4: Proactive' }).waitFor();
    }));

  test('somebody follows a regression from the trend to its report and into the flame graph', () =>
    visit({ path: `${CHECKOUT}/observability` }, async (page) => {
      const change = page.locator('li').filter({ hasText: 'literalStore' }).filter({ hasText: '#1482' });
      await change.getByRole('link', { name: 'report' }).click();
      await page.getByRole('heading', { level: 1, name: /PR #1482/ }).waitFor();
      await page.getByText('1 function got slower').waitFor();
      await page.getByRole('heading', { name: 'Flame graph, base and head in one' }).waitFor();
      const selected = page.getByRole('region', { name: 'Selected box' });
      await selected.waitFor();
      expect(await selected.textContent()).toContain('literalStore');
      await page.getByRole('searchbox', { name: /search/i }).fill('checkValid');
      await page.getByText(/box(es)? match/).waitFor();
      await page.getByRole('application').focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByRole('button', { name: 'Reset zoom' }).isEnabled()).toBe(true);
    }));

  test('the link of a comment opens the flame graph at its function', () =>
    visit({ path: `${CHECKOUT}/observability` }, async (page) => {
      await page.locator('li').filter({ hasText: '#1482' }).getByRole('link', { name: 'report' }).first().click();
      await page.getByRole('heading', { level: 1, name: /PR #1482/ }).waitFor();
      const report = new URL(page.url()).pathname;
      await page.goto(`${report}?type=cpu&at=${encodeURIComponent('encoding/json.checkValid')}`);
      const selected = page.getByRole('region', { name: 'Selected box' });
      await selected.waitFor();
      expect(await selected.textContent()).toContain('checkValid');
    }));

  test('somebody finds the services that got slower, and takes the list along', () =>
    visit({ path: '/flamestep' }, async (page) => {
      const rows = () => servicesIn(page);
      await expect.poll(rows).toContain('checkout');
      expect(await rows()).not.toContain('storefront');
      await choose(page, 'Owner', 'all');
      await expect.poll(rows).toContain('storefront');
      await page.getByText('Got slower', { exact: true }).last().click();
      await expect.poll(rows).toEqual(['checkout']);
      await page.getByText('Got slower', { exact: true }).last().click();
      await choose(page, 'Kind', 'library');
      await expect.poll(rows).toEqual(['money']);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'CSV' }).click();
      const [head, ...lines] = readFileSync(await (await download).path(), 'utf8')
        .trim()
        .split('\n');
      expect(head).toMatch(/service/i);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('money');
    }));
});

/** On the page of an entity. */
function observabilityTab(page: Page) {
  return page.getByRole('navigation', { name: 'Content navigation' }).getByRole('link', { name: 'Observability' });
}

/** Names of the services in the table. */
async function servicesIn(page: Page): Promise<readonly string[]> {
  const table = page.getByRole('table').filter({ hasText: 'Before the next step' });
  return (await table.locator('tbody tr').getByRole('link').allTextContents()).map((name) => name.trim());
}

async function choose(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${filter}`) }).click();
  await page
    .getByRole('option', { name: new RegExp(option, 'i') })
    .first()
    .click();
}
