import { storeBaseline } from '../baseline/store-baseline.ts';
import type { Announcement } from './announce.ts';

/**
 * Keeps the head's profiles for later jobs to compare with, unless the workflow wants no baselines. Only those of a branch: a baseline is
 * found by the commit of its run, so another commit's would be taken for that one's.
 */
export async function keepBaseline({ shell: { job, log }, inputs, event, head, report }: Announcement): Promise<void> {
  if (inputs.baseline.kind === 'none' || event.kind === 'pull-request' || !job.ref.startsWith('refs/heads/')) return;
  if (job.checkedOut !== undefined && job.checkedOut !== job.sha) {
    log.info(`No baseline is kept: ${job.checkedOut.slice(0, 7)} is checked out, and this run is of ${job.sha.slice(0, 7)}.`);
    return;
  }
  try {
    await storeBaseline(job, report, head);
    log.info(`The profiles of ${job.sha.slice(0, 7)} are kept as a baseline of ${event.branch}.`);
  } catch (error) {
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    log.warning(`The profiles could not be kept as a baseline, so later jobs compare with an older one: ${said.slice(0, 300)}`);
  }
}
