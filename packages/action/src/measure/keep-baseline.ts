import { storeBaseline } from '../baseline/store-baseline.ts';
import type { Announcement } from './announce.ts';

/** Keeps the head's profiles for later jobs to compare with, unless the workflow wants no baselines. */
export async function keepBaseline({ shell: { job, log }, inputs, event, head, report }: Announcement): Promise<void> {
  if (inputs.baseline.kind === 'none' || event.kind === 'pull-request') return;
  try {
    await storeBaseline(job, report, head);
    log.info(`The profiles of ${job.sha.slice(0, 7)} are kept as a baseline of ${event.branch}.`);
  } catch (error) {
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    log.warning(`The profiles could not be kept as a baseline, so later jobs compare with an older one: ${said.slice(0, 300)}`);
  }
}
