import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';
import { chromiumFlags, findChromium } from '../../../fixtures/generators/find-chromium.ts';

export interface Visit {
  /** Path of the first page. */
  readonly path?: string;
  readonly url?: string;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

const portal = inject('portal');
/** Why nothing can be visited; false where it can. */
export const missing: string | false = 'missing' in portal ? portal.missing : false;
export const { url, folder } = 'missing' in portal ? { url: '', folder: '' } : portal;

let browser: Promise<Browser> | undefined;
afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** Opens a page as a guest who has signed in, and gives it to somebody who looks. */
export async function visit(options: Visit, look: (page: Page) => Promise<void>): Promise<void> {
  const { path = '/', theme = 'light', width = 1280 } = options;
  browser ??= chromium.launch({ executablePath: findChromium()!, args: chromiumFlags });
  const context = await (await browser).newContext({
    baseURL: options.url ?? url,
    colorScheme: theme,
    viewport: { width, height: 900 },
  });
  try {
    await context.addInitScript((chosen) => localStorage.setItem('theme', chosen), theme);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(path);
    await page.getByRole('button', { name: 'Enter' }).click();
    await look(page);
  } finally {
    await context.close();
  }
}
