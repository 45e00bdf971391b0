import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { rolldown, type OutputOptions } from 'rolldown';

/** The text of src/generated/script.ts. */
export async function bundleScript(): Promise<string> {
  const script = await bundle('browser.ts', { format: 'iife', name: 'flamestepFlameGraph', minify: true });
  // What ends a script element, or begins a comment in one, must not stand in it.
  const unsafe = /<\/script|<script|<!--/i.exec(script);
  if (unsafe !== null) throw new Error(`The bundle holds ${unsafe[0]} and cannot stand in a script element`);
  const assets = await bundle('page-assets.ts', { format: 'esm' });
  const { pageStyles, bootStatement } = await import(`data:text/javascript,${encodeURIComponent(assets)}`);
  return [
    '// Written by `npm run build:script -w @flamestep/flamegraph`. Do not edit.',
    '',
    '/** The flame graph for a page without modules: it sets the global `flamestepFlameGraph`, and can stand in a script element. */',
    `export const script: string = ${JSON.stringify(script)};`,
    '',
    '/** For the `script-src` of a content policy. */',
    `export const scriptHash: string = ${JSON.stringify(hash(script))};`,
    `export const bootHash = ${JSON.stringify(hash(bootStatement))};`,
    '/** For the `style-src` of the page. */',
    `export const stylesHash = ${JSON.stringify(hash(pageStyles))};`,
    '',
  ].join('\n');
}

async function bundle(entry: string, output: OutputOptions): Promise<string> {
  const build = await rolldown({ input: fileURLToPath(new URL(`../src/${entry}`, import.meta.url)), platform: 'browser' });
  const { output: chunks } = await build.generate(output);
  await build.close();
  return chunks[0].code.trim();
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
