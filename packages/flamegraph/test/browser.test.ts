import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderFlameGraphPage, type FlameTree } from '../src/index.ts';
import { wideTree } from './wide-tree.ts';
import { chromiumFlags, findChromium } from '../../../fixtures/generators/find-chromium.ts';
import { treeOf } from './tree-of.ts';

const executablePath = findChromium();
const union = treeOf(
  'main;encoding/json.Unmarshal;encoding/json.(*decodeState).literalStore 100 → 300',
  'main;encoding/json.Unmarshal;encoding/json.checkValid 300 → 290',
  'main;runtime.mallocgc;runtime.memclr 200 → 10',
  'main;net/http.serve 400 → 400',
);
const single = treeOf('main;parse;alloc 30', 'main;parse 20', 'main;render 50', 'idle 5');

describe.skipIf(executablePath === undefined)(
  'in Chromium (skipped where there is none: set CHROME_PATH)',
  { timeout: 60_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'flamegraph-'));
    let browser: Browser;
    let page: Page;
    let complaints: string[] = [];

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath!, args: chromiumFlags });
    }, 60_000);

    afterEach(async () => {
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function open(tree: FlameTree, options: BrowserContextOptions = {}): Promise<void> {
      const file = join(folder, 'page.html');
      writeFileSync(file, renderFlameGraphPage({ title: 'a profile', tree, minFraction: 0 }));
      const size = { width: 1280, height: 900 };
      const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', ...options });
      page = await context.newPage();
      complaints = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) complaints.push(`request ${request.url()}`);
      });
      await page.goto(pathToFileURL(file).href);
    }

    const selected = async () => (await page.locator('.fs-selected h3').innerText()).replaceAll('\n', '');
    const tableRows = async () =>
      (await page.locator('.fs-functions tbody td:first-child').allInnerTexts()).map((text) => text.trim());
    const pressAll = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };

    /** Colours on the canvas as `#rrggbb`, each at a share of its width and a number of pixels from its top. */
    const colors = (...points: [x: number, y: number][]) =>
      page.evaluate((points) => {
        const canvas = document.querySelector('canvas')!;
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return points.map(([x, y]) => {
          const at = (y * canvas.width + Math.round(x * canvas.width)) * 4;
          return `#${[...data.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        });
      }, points);

    test('draws both sides: the largest change in the strongest colour', async () => {
      await open(union);
      // Own cost: literalStore 10 → 30 %, checkValid 30 → 29 %, memclr 20 → 1 %; in this order in the rows of level 4.
      const level = 3 * 36 + 20;
      expect(await colors([0.1, level], [0.4, level], [0.95, level])).toEqual(['#c2540a', '#cfe2f4', '#2a72b5']);
      expect(await tableRows()).toEqual([
        'encoding/json.(*decodeState).literalStore',
        'runtime.memclr',
        'encoding/json.checkValid',
        'encoding/json.Unmarshal',
        'main',
        'net/http.serve',
        'runtime.mallocgc',
      ]);
    });

    test('draws the same the first time as every time', async () => {
      await open(union);
      const [cold, warm] = await page.evaluate(async () => {
        const frames = async () => {
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
          return document.querySelector('canvas')!.toDataURL();
        };
        // A change of theme forgets what was measured.
        document.documentElement.setAttribute('data-theme', 'light');
        const cold = await frames();
        document.querySelector('.fs-flame-scroll')!.dispatchEvent(new Event('scroll'));
        return [cold, await frames()];
      });
      expect(cold === warm).toBe(true);
    });

    test('is walked, zoomed and left with the keyboard alone', async () => {
      await open(single);
      await page.locator('canvas').focus();
      expect(await selected()).toBe('all');
      await pressAll('ArrowDown', 'ArrowDown', 'ArrowDown');
      expect(await selected()).toBe('alloc');
      await pressAll('ArrowUp', 'ArrowRight');
      expect(await selected()).toBe('render');
      expect(await page.locator('[aria-live=polite].fs-hidden').textContent()).toBe(
        'render, with callees 47.6\u00a0%, own 47.6\u00a0%, level 3, 0 callees',
      );
      await pressAll('ArrowLeft', 'Enter', 'ArrowDown', 'Enter');
      expect(await selected()).toBe('alloc');
      const reset = page.getByRole('button', { name: 'Reset zoom' });
      expect(await reset.isEnabled()).toBe(true);
      await pressAll('Escape');
      expect(await reset.isEnabled()).toBe(true);
      await pressAll('Backspace');
      expect(await reset.isDisabled()).toBe(true);
      await pressAll('Enter', 'Home');
      expect(await reset.isDisabled()).toBe(true);
    });

    test('shows where the keyboard is', async () => {
      await open(single);
      await page.locator('canvas').focus();
      await page.keyboard.press('ArrowDown');
      const outline = await page.locator('canvas').evaluate((canvas) => getComputedStyle(canvas).outlineStyle);
      expect(outline).toBe('solid');
    });

    test('tells a screen reader what it is', async () => {
      await open(union);
      const canvas = page.getByRole('application');
      expect(await canvas.getAttribute('aria-label')).toContain('Flame graph of cpu, base and head in one, 7 boxes.');
      expect(await canvas.getAttribute('aria-roledescription')).toBe('flame graph');
    });

    test('searches boxes and table together, and goes from match to match', async () => {
      await open(union);
      await page.keyboard.press('/');
      await page.keyboard.type('encoding/json.');
      expect(await page.locator('.fs-status').innerText()).toBe(
        '3 boxes match encoding/json.: 40.0 → 59.0\u00a0% of cpu, 3 functions.',
      );
      expect(await tableRows()).toHaveLength(3);
      await page.keyboard.press('Enter');
      expect(await selected()).toBe('encoding/json.Unmarshal');
      await page.keyboard.press('Enter');
      expect(await selected()).toBe('encoding/json.checkValid');
      await page.keyboard.press('Escape');
      expect(await page.locator('.fs-status').innerText()).toBe('');
      expect(await tableRows()).toHaveLength(7);
    });

    test('says when a regular expression is taken as text', async () => {
      await open(union);
      await page.getByRole('searchbox').fill('/(a+)+$/');
      expect(await page.locator('.fs-status').innerText()).toContain('No box matches /(a+)+$/. (a repetition inside');
      await page.getByRole('searchbox').fill('/^runtime\\./');
      expect(await page.locator('.fs-status').innerText()).toContain('2 boxes match');
    });

    test('zooms by mouse, to a caller too, and shows values beside the pointer', async () => {
      await open(single);
      const canvas = page.locator('canvas');
      await canvas.hover({ position: { x: 500, y: 60 } });
      expect(await page.locator('.fs-flame-tip').innerText()).toBe('parse\nown 19.0\u00a0%, 20\nwith callees 47.6\u00a0%, 50');
      await canvas.click({ position: { x: 500, y: 60 } });
      expect(await selected()).toBe('parse');
      await canvas.click({ position: { x: 1000, y: 84 } });
      expect(await selected()).toBe('parse');
      await canvas.click({ position: { x: 600, y: 84 } });
      expect(await selected()).toBe('alloc');
      await canvas.click({ position: { x: 600, y: 10 } });
      expect(await page.getByRole('button', { name: 'Reset zoom' }).isDisabled()).toBe(true);
    });

    test('selects by the first tap and zooms by the second', async () => {
      await open(single, { hasTouch: true });
      const canvas = page.locator('canvas');
      const reset = page.getByRole('button', { name: 'Reset zoom' });
      await canvas.tap({ position: { x: 500, y: 60 } });
      expect(await selected()).toBe('parse');
      expect(await reset.isDisabled()).toBe(true);
      await canvas.tap({ position: { x: 500, y: 60 } });
      expect(await reset.isEnabled()).toBe(true);
    });

    test('sorts the table by its headings and shows a function in the picture', async () => {
      await open(single);
      expect(await tableRows()).toEqual(['render', 'alloc', 'parse', 'idle', 'main']);
      await page.getByRole('button', { name: 'With callees' }).click();
      expect(await tableRows()).toEqual(['main', 'parse', 'render', 'alloc', 'idle']);
      const heading = page.getByRole('columnheader', { name: 'With callees' });
      expect(await heading.getAttribute('aria-sort')).toBe('descending');
      await page.getByRole('button', { name: 'With callees' }).click();
      expect(await heading.getAttribute('aria-sort')).toBe('ascending');
      expect((await tableRows())[0]).toBe('idle');
      await page.getByRole('button', { name: 'Function', exact: true }).click();
      expect((await tableRows())[0]).toBe('alloc');
      await page.getByRole('button', { name: 'alloc' }).click();
      expect(await selected()).toBe('alloc');
      expect(await page.locator('tr[aria-current=true]').innerText()).toContain('alloc');
    });

    test('stands on its root when turned, and the arrows turn with it', async () => {
      await open(single);
      await page.getByRole('button', { name: 'Root at bottom' }).click();
      await page.locator('canvas').focus();
      await pressAll('ArrowUp', 'ArrowUp');
      expect(await selected()).toBe('parse');
      await page.locator('canvas').click({ position: { x: 500, y: 3 * 24 + 10 } });
      expect(await selected()).toBe('all');
    });

    test('folds recursion and unfolds it', async () => {
      await open(treeOf('main;walk;visit;walk;visit;leaf 6', 'main;walk;visit 4'));
      const fold = page.getByRole('button', { name: 'Fold recursion' });
      expect(await fold.getAttribute('aria-pressed')).toBe('false');
      const before = await page.locator('.fs-flame-space').evaluate((space) => space.clientHeight);
      await fold.click();
      expect(await page.locator('.fs-flame-space').evaluate((space) => space.clientHeight)).toBe(before - 2 * 24);
      expect(await page.getByText('Recursion is folded').count()).toBe(1);
      expect((await page.locator('tr', { hasText: 'walk' }).innerText()).replace(/\s+/g, ' ')).toContain('100.0 % 10');
    });

    test('says what it does with negative values', async () => {
      await open(treeOf('main;grown 50', 'main;shrunk -30'));
      expect(await page.getByText('1 box has a negative own value (−30 in all): drawn dashed').count()).toBe(1);
      await page.getByRole('button', { name: 'shrunk' }).click();
      expect(await page.locator('.fs-selected').innerText()).toContain('−30');
    });

    test('says when there is nothing to draw', async () => {
      await open(treeOf('main 0'));
      expect(await page.getByText('There is nothing to draw: every value of cpu is 0.').count()).toBe(1);
    });

    test('fits a narrow screen, opens where boxes can be read, and gives the way there as links', async () => {
      const deep = treeOf(
        ...['parse', 'render'].map((leaf, i) => `runtime.main;main.main;shop.Serve;${leaf} ${40 + i} → ${60 - i}`),
        'gc 5 → 5',
      );
      await open(deep, { viewport: { width: 400, height: 800 }, hasTouch: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
      const path = page.getByRole('navigation', { name: 'Callers of the zoomed box' });
      expect(await path.innerText()).toBe('all › main › main › Serve');
      await path.getByRole('button', { name: 'all' }).click();
      expect(await path.isVisible()).toBe(false);
    });

    test.each([
      ['light', '#ffffff', '#ececec'],
      ['dark', '#424141', '#575656'],
    ] as const)('follows the %s scheme', async (colorScheme, card, box) => {
      await open(union, { colorScheme });
      expect(await colors([0.5, 35], [0.95, 36 + 20])).toEqual([card, box]);
    });

    test('follows a change of theme', async () => {
      await open(union);
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
      await page.waitForFunction(
        () => document.querySelector('canvas')!.getContext('2d')!.getImageData(600, 35, 1, 1).data[0] < 128,
      );
    });

    test('draws in the device’s own pixels', async () => {
      await open(single, { deviceScaleFactor: 2 });
      expect(await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth)).toBe(2);
    });

    test('draws anew for another width', async () => {
      await open(single);
      await page.setViewportSize({ width: 800, height: 900 });
      await page.waitForFunction(() => document.querySelector('canvas')!.width < 800);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(800);
    });

    test('prints all rows, in light', async () => {
      await open(treeOf(`${Array.from({ length: 28 }, (_, i) => `f${i}`).join(';')} 10 → 12`), { colorScheme: 'dark' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      expect(await page.locator('canvas').evaluate((canvas) => canvas.clientHeight)).toBeGreaterThanOrEqual(29 * 36);
      expect(await page.evaluate(() => document.documentElement.getAttribute('data-theme'))).toBe('light');
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      expect(await page.locator('canvas').evaluate((canvas) => canvas.clientHeight)).toBeLessThan(900);
      expect(await page.evaluate(() => document.documentElement.hasAttribute('data-theme'))).toBe(false);
    });

    test('shows hostile names as text', async () => {
      const names = ['</script><script>document.title="no"</script>', '<img src=x onerror=alert(1)>', '\u202Eevil', '__proto__'];
      await open(treeOf(...names.map((name, i) => `main;${name.replaceAll(';', ',')} ${10 + i}`), `${'long'.repeat(25_000)} 5`));
      expect(await page.title()).toBe('a profile');
      expect(await page.locator('main img').count()).toBe(0);
      expect(await tableRows()).toContain('<U+202E>evil');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    });

    test('draws, zooms and searches 50,000 boxes', async () => {
      await open(wideTree(50_000));
      await page.locator('canvas').focus();
      await pressAll('ArrowDown', 'Enter', 'ArrowDown', 'Enter', 'Escape', 'Home');
      await page.getByRole('searchbox').fill('fn1');
      expect(await page.locator('.fs-status').innerText()).toMatch(/^[\d,]+ boxes match fn1/);
    });

    test('can be mounted by a page of another’s making, and taken away again', async () => {
      await open(single);
      const left = await page.evaluate((tree) => {
        // The page's script sets this global.
        const { mountFlameGraph } = (window as unknown as { flamestepFlameGraph: typeof import('../src/browser.ts') })
          .flamestepFlameGraph;
        const place = document.body.appendChild(document.createElement('div'));
        const graph = mountFlameGraph(place, tree, { heading: 'Another', openAt: 'alloc' });
        const seen: string[] = [];
        graph.subscribe(({ type }) => seen.push(type));
        graph.search('render');
        graph.selectFunction(graph.layout.names.indexOf('render'));
        graph.zoomTo(graph.selected);
        const back = graph.back();
        const shown = place.querySelector('.fs-selected h3')?.textContent;
        graph.destroy();
        return { seen, back, shown, rest: place.childElementCount };
      }, single);
      expect(left).toEqual({ seen: ['search', 'select', 'zoom', 'zoom'], back: true, shown: 'render', rest: 0 });
    });
  },
);
