import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { pageStyles } from '../src/html/page-styles.ts';

/** The text of src/generated/page.ts. */
export async function bundlePage(): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(new URL('../page/boot-report-page.ts', import.meta.url)),
    platform: 'browser',
  });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  const script = output[0].code.trim();
  // What ends a script element, or begins a comment in one, must not stand in it.
  const unsafe = /<\/script|<script|<!--/i.exec(script);
  if (unsafe !== null) throw new Error(`The bundle holds ${unsafe[0]} and cannot stand in a script element`);
  return [
    '// Written by `npm run build:page -w @flamestep/report`. Do not edit.',
    '',
    `export const pageScript: string = ${JSON.stringify(script)};`,
    '/** For the content policy of the page. */',
    `export const pageScriptHash = ${JSON.stringify(hash(script))};`,
    `export const pageStylesHash = ${JSON.stringify(hash(pageStyles))};`,
    '',
  ].join('\n');
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
