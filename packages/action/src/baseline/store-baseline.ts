import type { Report } from '@flamestep/report';
import { ArtifactError } from '../artifact/artifact-error.ts';
import { artifactNames } from '../artifact/artifact-names.ts';
import { ZIP_LIMITS } from '../artifact/read-zip.ts';
import { uploadArtifact } from '../artifact/upload-artifact.ts';
import type { Job } from '../event/job.ts';
import type { MeasuredRun } from '../runs/measured-run.ts';
import { writeStoredRuns } from './stored-runs.ts';

/**
 * Keeps the runs of a branch's commit as an artifact of this run, for `findBaseline` to find. Throws `ArtifactError` where they are more
 * than it would read, and what the upload throws.
 */
export async function storeBaseline(job: Job, report: Report, head: readonly MeasuredRun[]): Promise<void> {
  const files = writeStoredRuns({ report, runs: head });
  checkSize(files);
  await uploadArtifact({
    name: artifactNames(report.subject.key, job.run.attempt).baseline,
    files,
    folder: job.folder,
    isReplacing: job.run.attempt > 1,
  });
}

/** Profiles are compressed already, so that their archive is about as large as they are. */
export function checkSize(files: ReadonlyMap<string, Uint8Array>, mostBytes = ZIP_LIMITS.zipBytes): void {
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
  if (bytes <= mostBytes) return;
  const megabytes = (value: number) => `${Math.ceil(value / 1024 / 1024)} MiB`;
  throw new ArtifactError(
    `they have ${megabytes(bytes)}, and at most ${megabytes(mostBytes)} are read; give fewer runs as head, or record for a shorter time`,
  );
}
