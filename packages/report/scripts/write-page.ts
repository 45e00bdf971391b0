/** Bundles page/ into one string and writes it, with the hashes that a page's content policy names, to src/generated. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { bundlePage } from './bundle-page.ts';

mkdirSync(new URL('../src/generated/', import.meta.url), { recursive: true });
const source = await bundlePage();
writeFileSync(new URL('../src/generated/page.ts', import.meta.url), source);
console.log(`wrote src/generated/page.ts, ${source.length} characters`);
