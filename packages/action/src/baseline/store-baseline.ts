import type { Report } from '@flamestep/report';
import { artifactNames } from '../artifact/artifact-names.ts';
import { uploadArtifact } from '../artifact/upload-artifact.ts';
import type { Job } from '../event/job.ts';
import type { MeasuredRun } from '../runs/measured-run.ts';
import { writeStoredRuns } from './stored-runs.ts';

/** Keeps the runs of a branch's commit as an artifact of this run, for `findBaseline` to find. Throws what the upload throws. */
export async function storeBaseline(job: Job, report: Report, head: readonly MeasuredRun[]): Promise<void> {
  await uploadArtifact({
    name: artifactNames(report.subject.key, job.run.attempt).baseline,
    files: writeStoredRuns({ report, runs: head }),
    folder: job.folder,
    isReplacing: job.run.attempt > 1,
  });
}
