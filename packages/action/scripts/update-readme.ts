import { readFileSync, writeFileSync } from 'node:fs';
import { readMetadata } from './action-metadata.ts';
import { withCurrentTables } from './readme-tables.ts';

const readme = new URL('../README.md', import.meta.url);
writeFileSync(readme, withCurrentTables(readFileSync(readme, 'utf8'), readMetadata));
