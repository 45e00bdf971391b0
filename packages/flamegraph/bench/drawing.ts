/**
 * Measures first draw, zoom, search and hover in Chromium, for this package and for d3-flame-graph, in one run on the same trees.
 *
 *   npm run bench -w @flamestep/flamegraph -- [--nodes 50000,500000] [--d3 FOLDER]
 *
 * FOLDER is one in which `npm install d3-flame-graph@5 d3-selection@3` was run; without it only this package is measured.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { script } from '../src/generated/script.ts';
import { chromiumFlags, findChromium } from '../test/find-chromium.ts';
import { wideTree } from '../test/wide-tree.ts';
import type { Frames, Subject } from './subject.ts';

const { values } = parseArgs({ options: { nodes: { type: 'string', default: '50000,500000' }, d3: { type: 'string' } } });
const executablePath = findChromium();
if (executablePath === undefined) throw new Error('No Chromium found; set CHROME_PATH');

const subjects: { name: string; scripts: string[]; start: string }[] = [
  { name: 'this package', scripts: [script, await bundle('own-subject.ts')], start: 'own' },
];
if (values.d3 !== undefined) {
  const { version } = JSON.parse(readFileSync(join(values.d3, 'node_modules/d3-flame-graph/package.json'), 'utf8'));
  const library = await bundle('d3-subject.ts', resolve(values.d3));
  subjects.push(
    { name: `d3-flame-graph ${version}, boxes from 1 px`, scripts: [library], start: 'd3Culled' },
    { name: `d3-flame-graph ${version}, all boxes`, scripts: [library], start: 'd3' },
  );
}

const browser = await chromium.launch({ executablePath, args: chromiumFlags });
console.log(
  `Chromium ${browser.version()}, 1280 x 900, software drawing. Milliseconds; "worst" is the longest time between two frames.\n`,
);
console.log('| boxes | drawn by | first draw | zoom in, worst | zoom out, worst | search, worst | hover, worst | elements |');
console.log('|---|---|---|---|---|---|---|---|');
for (const nodes of values.nodes.split(',').map(Number)) {
  for (const subject of subjects) console.log(await measure(browser, nodes, subject));
}
await browser.close();

async function measure(browser: Browser, nodes: number, subject: (typeof subjects)[number]): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(300_000);
  await page.setContent('<!doctype html><div id="place" style="width:1240px"></div>');
  for (const content of subject.scripts) await page.addScriptTag({ content });
  const cells: string[] = [];
  const take = async (step: keyof Subject) => {
    const frames = await page.evaluate<Frames, [string, string]>(runStep, [subject.start, step]).catch(firstLine);
    cells.push(typeof frames === 'string' ? frames : String(Math.round(step === 'draw' ? frames.total : frames.worst)));
  };
  await page.evaluate(([start, tree]) => (window.subject = window.subjects[start](tree)), [
    subject.start,
    wideTree(nodes),
  ] as const);
  await take('draw');
  await take('zoomIn');
  await take('zoomOut');
  await take('search');
  cells.push(String(Math.round((await hover(page)).worst)));
  const elements = await page.evaluate(() => document.querySelectorAll('#place *').length);
  await page.close();
  return `| ${nodes.toLocaleString('en')} | ${subject.name} | ${cells.join(' | ')} | ${elements.toLocaleString('en')} |`;
}

/** Runs one step in the page and watches the frames until it has come to rest. */
async function runStep([, step]: [string, string]): Promise<Frames> {
  return window.watchFrames(2000, () => window.subject[step as keyof Subject]());
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
