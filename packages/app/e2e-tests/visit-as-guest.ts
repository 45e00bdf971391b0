import type { Browser, Page } from 'playwright-core';

export interface Visit {
  readonly url: string;
  /** Path of the first page. */
  readonly path?: string;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

/** Opens a page as a guest who has signed in, and gives it to somebody who looks. */
export async function visitAsGuest(browser: Browser, visit: Visit, look: (page: Page) => Promise<void>): Promise<void> {
  const { url, path = '/', theme = 'light', width = 1280 } = visit;
  const context = await browser.newContext({ baseURL: url, colorScheme: theme, viewport: { width, height: 900 } });
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
