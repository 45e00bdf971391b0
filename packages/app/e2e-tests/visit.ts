import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';
import { chromiumFlags, findChromium } from '../../../fixtures/generators/find-chromium.ts';
import { visitAsGuest, type Visit } from './visit-as-guest.ts';

const portal = inject('portal');
/** Why nothing can be visited; false where it can. */
export const missing: string | false = 'missing' in portal ? portal.missing : false;
export const { url, known } = 'missing' in portal ? { url: '', known: '' } : portal;

let browser: Promise<Browser> | undefined;
afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** Opens a page of the portal that all tests visit, or of another. */
export async function visit(options: Partial<Visit>, look: (page: Page) => Promise<void>): Promise<void> {
  browser ??= chromium.launch({ executablePath: findChromium()!, args: chromiumFlags });
  await visitAsGuest(await browser, { url, ...options }, look);
}
