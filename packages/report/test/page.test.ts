import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumFlags, findChromium } from '../../../fixtures/generators/find-chromium.ts';
import { type Report, renderHtml } from '../src/index.ts';
import { reportOf, states, tree } from './story.ts';

const executablePath = findChromium();
const mixed: Report = { ...[states['mixed']].flat()[0], trees: reportOf({ trees: [tree] }).trees ?? [] };

describe.skipIf(executablePath === undefined)(
  'the page in Chromium (skipped where there is none: set CHROME_PATH)',
  { timeout: 60_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    let browser: Browser;

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath!, args: chromiumFlags });
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Opens a report, looks, and expects no complaint and no request. */
    async function withPage(report: Report, width: number, look: (page: Page) => Promise<void>): Promise<void> {
      const file = join(folder, 'report.html');
      writeFileSync(file, renderHtml(report));
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:') && !request.url().startsWith('blob:')) complaints.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      await look(page);
      expect(complaints).toEqual([]);
      await page.close();
    }

    test('opens at the lead profile and its finding', () =>
      withPage(mixed, 1280, async (page) => {
        expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('CPU time (4)');
        expect(await page.locator('.panel:visible').count()).toBe(1);
        expect(await page.locator('.fs-selected h3').textContent()).toBe('encoding/json.(*decodeState).literalStore');
      }));

    test('changes the sample type with the arrow keys, and hides a graph there is none for', () =>
      withPage(mixed, 1280, async (page) => {
        await page.getByRole('tab', { selected: true }).press('ArrowRight');
        expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('alloc_space (1)');
        expect(await page.locator('.panel:visible').getAttribute('id')).toBe('profile-1');
        expect(await page.locator('#flame').isVisible()).toBe(false);
      }));

    test('leads from a function to its box', () =>
      withPage(mixed, 1280, async (page) => {
        await page.locator('a[data-function="runtime.mallocgc"]').click();
        expect(await page.locator('.fs-selected h3').textContent()).toBe('runtime.mallocgc');
      }));

    test('gives the report as JSON and the table as CSV', () =>
      withPage(mixed, 1280, async (page) => {
        const [csv] = await Promise.all([page.waitForEvent('download'), page.getByText('Table as CSV').click()]);
        expect(csv.suggestedFilename()).toBe('functions.csv');
        const [json] = await Promise.all([page.waitForEvent('download'), page.getByText('Report as JSON').click()]);
        expect(json.suggestedFilename()).toBe('report.json');
      }));

    test.each(Object.entries(states))('fits a telephone: %s', (_, report) =>
      withPage([report].flat()[0], 400, async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
      }),
    );

    test('shows all without its script', async () => {
      const page = await browser.newPage({ javaScriptEnabled: false });
      await page.setContent(renderHtml(mixed));
      expect(await page.locator('.panel:visible').count()).toBe(2);
      await page.close();
    });
  },
);
