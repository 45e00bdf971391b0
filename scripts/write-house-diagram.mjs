/** `npm run diagram`: writes the diagram of the packages into the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FLOORS } from './floors.mjs';
import { withHouseDiagram } from './house-diagram.mjs';

const readme = new URL('../README.md', import.meta.url);
writeFileSync(readme, withHouseDiagram(readFileSync(readme, 'utf8'), fileURLToPath(new URL('..', import.meta.url)), FLOORS));
