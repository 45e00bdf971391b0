import { appendFile } from 'node:fs/promises';
import type { ActionLog } from './action-log.ts';

/** Adds markdown to the summary of the job, which stands on the page of the run. Needs no permission. */
export async function writeSummary(markdown: string, path: string | undefined, log: ActionLog): Promise<void> {
  if (path === undefined || path === '') return log.info('This runner has no job summary.');
  try {
    await appendFile(path, `${markdown}\n`);
  } catch (error) {
    log.warning(`The job summary could not be written: ${error instanceof Error ? error.message : error}`);
  }
}
