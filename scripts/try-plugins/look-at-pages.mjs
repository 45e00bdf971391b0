import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../fixtures/generators/find-chromium.ts';

const ENTITY = '/catalog/default/component/checkout';

/** Looks at what a guest sees in a running app, and keeps pictures. Throws where something of flamestep is missing. */
export async function lookAtPages(url, { reportId, pictures, tabPath, pagesPath }) {
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.setDefaultTimeout(90_000);
    const complaints = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    const see = async (name, ...texts) => {
      for (const text of texts) await page.getByText(text).first().waitFor();
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    };

    await page.goto(url + ENTITY);
    await signIn(page);
    // Nothing is connected, and the card says so.
    await see('card', 'Connect Prometheus');
    await page.locator(`a[href$="${ENTITY}${tabPath}"]`).first().click();
    await see('tab', 'Next actions', 'Connect Prometheus', 'Performance trend');
    await page.locator(`nav a[href$="${pagesPath}"]`).first().click();
    await see('overview', 'Services by step and tier', 'How much of this is known');
    await page.goto(`${url}${pagesPath}/reports/${reportId}`);
    await see('report', 'encoding/json');
    await page.locator(`a[href*="${ENTITY}"]`).first().click();
    await page.waitForURL(`**${ENTITY}${tabPath}`);
    if (complaints.length > 0) throw new Error(`the pages complain:\n${complaints.join('\n')}`);
  } finally {
    await browser.close();
  }
}

async function signIn(page) {
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.or(page.getByText('checkout')).first().waitFor();
  if (await enter.isVisible()) await enter.click();
}
