/** `npm run docs:reference`: writes the pages of docs/reference. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { referencePages } from './reference/pages.mjs';

const folder = new URL('../docs/reference/', import.meta.url);
const pages = referencePages();

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(new URL(file, folder));
for (const [file, text] of pages) writeFileSync(new URL(file, folder), text);
