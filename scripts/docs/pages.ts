import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Block, readBlocks } from './read-blocks.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The pages that a reader follows, relative to the repository. */
export const PAGES: readonly string[] = globSync('docs/{tutorials,how-to}/*.md', { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

/** The blocks of one of them. */
export function blocksOf(page: string): readonly Block[] {
  return readBlocks(readFileSync(`${ROOT}/${page}`, 'utf8').replaceAll('\r\n', '\n'));
}
