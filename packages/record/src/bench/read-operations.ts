import { readFile } from 'node:fs/promises';
import { benchOutputPath } from './bench-output-path.ts';
import { countOperations } from './count-operations.ts';
import { parseBenchOutput } from './parse-bench-output.ts';

/** How many operations the run behind a profile did, from the bench output beside it; `undefined` where that does not say. */
export async function readOperations(profile: string): Promise<number | undefined> {
  let text: string;
  try {
    text = await readFile(benchOutputPath(profile), 'utf8');
  } catch {
    return undefined; // none there, or none that we may read
  }
  return countOperations(parseBenchOutput(text));
}
