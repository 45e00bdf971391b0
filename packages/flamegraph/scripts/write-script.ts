/** Bundles src/browser.ts into one string and writes it, with the hashes that a page's content policy names, to src/generated. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleScript } from './bundle-script.ts';

const target = fileURLToPath(new URL('../src/generated/script.ts', import.meta.url));
mkdirSync(new URL('../src/generated/', import.meta.url), { recursive: true });
const source = await bundleScript();
writeFileSync(target, source);
console.log(`wrote src/generated/script.ts, ${source.length} characters`);
