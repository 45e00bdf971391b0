import { storeBaseline } from '../baseline/store-baseline.ts';
import { describeFailure } from '../github/describe-failure.ts';
import type { Announcement } from './announce.ts';

/** Keeps the head's profiles for later jobs to compare with, unless the workflow wants no baselines. */
export async function keepBaseline({ shell: { job, log }, inputs, event, head, machine }: Announcement): Promise<void> {
  if (inputs.baseline.kind === 'none' || event.kind === 'pull-request') return;
  try {
    await storeBaseline({ job, key: inputs.key, branch: event.branch, head, machine });
    log.info(`The profiles of ${job.sha.slice(0, 7)} are kept as the baseline of ${event.branch}.`);
  } catch (error) {
    log.warning(`The profiles could not be kept as a baseline: ${describeFailure(error, 'actions: write')}.`);
  }
}
