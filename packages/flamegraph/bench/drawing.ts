/**
 * Measures first draw, zoom, search and hover in Chromium, for this package and for d3-flame-graph, in one run on the same trees.
 *
 *   npm run bench -w @flamestep/flamegraph -- [--nodes 50000,500000] [--runs 3] [--d3 FOLDER]
 *
 * FOLDER is one in which `npm install d3-flame-graph@5 d3-selection@3` was run; without it only this package is measured.
 * Each number is the median of the runs, in which the drawings take turns.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { script } from '../src/generated/script.ts';
import { chromiumFlags, findChromium } from '../../../fixtures/generators/find-chromium.ts';
import { wideTree } from '../test/wide-tree.ts';
import type { Frames, Subject } from './subject.ts';

type Step = keyof Subject;

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '50000,500000' },
    runs: { type: 'string', default: '3' },
    d3: { type: 'string' },
  },
});
const executablePath = findChromium();
if (executablePath === undefined) throw new Error('No Chromium found; set CHROME_PATH');

interface Drawing {
  readonly name: string;
  readonly scripts: readonly string[];
  readonly start: string;
  /** More nodes than this would take minutes a step. */
  readonly most: number;
}

const drawings: Drawing[] = [
  { name: 'this package', scripts: [script, await bundle('own-subject.ts')], start: 'own', most: Number.POSITIVE_INFINITY },
];
if (values.d3 !== undefined) {
  const { version } = JSON.parse(readFileSync(join(values.d3, 'node_modules/d3-flame-graph/package.json'), 'utf8'));
  const library = await bundle('d3-subject.ts', resolve(values.d3));
  drawings.push(
    { name: `d3-flame-graph ${version}, boxes from 1 px`, scripts: [library], start: 'd3Culled', most: Number.POSITIVE_INFINITY },
    { name: `d3-flame-graph ${version}, all boxes`, scripts: [library], start: 'd3', most: 100_000 },
  );
}

const browser = await chromium.launch({ executablePath, args: chromiumFlags });
console.log(
  `Chromium ${browser.version()}, 1280 x 900, software drawing. Milliseconds; "worst" is the longest time between two frames.\n`,
);
console.log('| boxes | drawn by | first draw | zoom in, worst | zoom out, worst | search, worst | hover, worst | elements |');
console.log('|---|---|---|---|---|---|---|---|');
for (const nodes of values.nodes.split(',').map(Number)) {
  const taking = drawings.filter(({ most }) => nodes <= most);
  const results = taking.map((): (number | string)[][] => []);
  for (let run = 0; run < Number(values.runs); run++) {
    for (const [i, drawing] of taking.entries()) results[i].push(await measure(browser, nodes, drawing));
  }
  for (const [i, { name }] of taking.entries()) {
    const cells = results[i][0].map((_, step) => median(results[i].map((run) => run[step])));
    console.log(`| ${nodes.toLocaleString('en')} | ${name} | ${cells.join(' | ')} |`);
  }
}
await browser.close();

/** Milliseconds of each step, or what went wrong in it, and the number of elements. */
async function measure(browser: Browser, nodes: number, drawing: Drawing): Promise<(number | string)[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(300_000);
  await page.setContent('<!doctype html><div id="place" style="width:1240px"></div>');
  for (const content of drawing.scripts) await page.addScriptTag({ content });
  await page.evaluate(
    ([start, tree]) => {
      window.subject = window.subjects[start](tree);
    },
    [drawing.start, wideTree(nodes)] as const,
  );
  const results: (number | string)[] = [];
  for (const step of ['draw', 'zoomIn', 'zoomOut', 'search'] as const) {
    const frames = await page.evaluate<Frames, Step>(runStep, step).catch(firstLine);
    results.push(typeof frames === 'string' ? frames : step === 'draw' ? frames.total : frames.worst);
  }
  results.push((await hover(page)).worst);
  results.push(await page.evaluate(() => document.querySelectorAll('#place *').length));
  await page.close();
  return results;
}

function median(results: (number | string)[]): string {
  const numbers = results.filter((result) => typeof result === 'number').sort((a, b) => a - b);
  return numbers.length < results.length
    ? String(results.find((result) => typeof result === 'string'))
    : Math.round(numbers[numbers.length >> 1]).toLocaleString('en');
}

/** Runs one step in the page and watches the frames until it has come to rest. */
async function runStep(step: Step): Promise<Frames> {
  return window.watchFrames(2000, () => window.subject[step]());
}

async function hover(page: Page): Promise<Frames> {
  const frames = page.evaluate<Frames>(() => window.watchFrames(2500, () => {}));
  for (let i = 0; i < 100; i++) await page.mouse.move(30 + i * 12, 150 + (i % 20) * 12);
  return frames;
}

function firstLine(error: Error): string {
  return error.message.split('\n')[0].replace(/^page\.evaluate: /, '');
}

async function bundle(entry: string, folder?: string): Promise<string> {
  const build = await rolldown({
    input: new URL(entry, import.meta.url).pathname,
    platform: 'browser',
    moduleTypes: { '.css': 'empty' },
    ...(folder === undefined ? {} : { resolve: { modules: [join(folder, 'node_modules')] } }),
  });
  const { output } = await build.generate({ format: 'iife' });
  await build.close();
  return output[0].code;
}
