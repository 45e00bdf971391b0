import { readFileSync, writeFileSync } from 'node:fs';
import { withCurrentTables } from './readme-tables.ts';

const readme = new URL('../README.md', import.meta.url);
writeFileSync(readme, withCurrentTables(readFileSync(readme, 'utf8')));
