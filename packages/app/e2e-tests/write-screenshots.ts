/** `npm run screenshots`: fills an example portal of its own and writes the pictures of its pages to docs/images. */
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../../fixtures/generators/find-chromium.ts';
import { isBuilt, openExamplePortal } from './example-portal.mjs';
import { visitAsGuest, type Visit } from './visit-as-guest.ts';
import { whenStill } from './when-still.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const MOST_BYTES = 300_000;
/** What is left free below a page, in pixels. */
const FOOT = 32;
const CHECKOUT = '/catalog/default/component/checkout';

interface Picture extends Omit<Visit, 'url'> {
  readonly name: string;
  readonly path: string;
  /** Where no more is shown, in pixels; the whole page where it is left out. */
  readonly height?: number;
  /** Waits until the page is whole. */
  readonly until: (page: Page) => Promise<unknown>;
}

const hasText = (text: string) => (page: Page) => page.getByText(text).first().waitFor();
const isCard = hasText('Step 2 of 4: Proactive');
const isTab = hasText('Latest reports');
const isOverview = hasText('Before the next step');
const isReport = async (page: Page) => {
  await page.locator('li').filter({ hasText: 'literalStore' }).getByRole('link', { name: 'report' }).first().click();
  await page.getByRole('region', { name: 'Selected box' }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
};

const PICTURES: readonly Picture[] = [
  { name: 'portal-card', path: CHECKOUT, until: isCard, height: 940 },
  { name: 'portal-tab', path: `${CHECKOUT}/observability`, until: isTab, height: 1850 },
  { name: 'portal-tab-dark', path: `${CHECKOUT}/observability`, until: isTab, height: 1850, theme: 'dark' },
  { name: 'portal-tab-narrow', path: `${CHECKOUT}/observability`, until: isTab, height: 1500, width: 400 },
  { name: 'portal-report', path: `${CHECKOUT}/observability`, until: isReport },
  { name: 'portal-overview', path: '/flamestep', until: isOverview },
  { name: 'portal-overview-dark', path: '/flamestep', until: isOverview, theme: 'dark' },
];

const executablePath = findChromium();
if (!isBuilt || executablePath === undefined) {
  throw new Error(isBuilt ? 'There is no Chromium: set CHROME_PATH.' : 'The portal is not built: npm run build.');
}
mkdirSync(FOLDER, { recursive: true });
const portal = await openExamplePortal();
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
try {
  for (const picture of PICTURES) {
    await visitAsGuest(browser, { ...picture, url: portal.url }, (page) => take(picture, page));
  }
} finally {
  await browser.close();
  await portal.stop();
}

async function take({ name, until, width = 1280, height }: Picture, page: Page): Promise<void> {
  await until(page);
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  // What scrolls is within the page: the window has to be as high as that.
  const whole = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('main, body')].map((part) => part.getBoundingClientRect().top + part.scrollHeight)),
  );
  await page.setViewportSize({ width, height: Math.ceil(Math.min(whole + FOOT, height ?? whole + FOOT)) });
  await whenStill(page);
  const path = `${FOLDER}${name}.png`;
  await page.screenshot({ path });
  const { size } = statSync(path);
  process.stdout.write(`${name}.png ${Math.ceil(size / 1000)} kB\n`);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes; show less of the page, at most ${MOST_BYTES}.`);
}
