import type { ArtifactNames } from '../artifact/artifact-names.ts';
import { artifactUrl } from '../artifact/artifact-url.ts';
import { uploadArtifact, uploadPage } from '../artifact/upload-artifact.ts';
import type { Job } from '../event/job.ts';
import { RESULT_FILE } from '../results/read-result.ts';
import type { ActionLog } from '../shell/action-log.ts';
import type { ReportFiles } from './write-report-files.ts';

/** Uploads a report for other jobs and for people. The address of its page; undefined where there is none, which a warning explains. */
export async function uploadReport(
  files: ReportFiles,
  names: ArtifactNames,
  job: Job,
  log: ActionLog,
): Promise<string | undefined> {
  try {
    await uploadArtifact({ name: names.result, files: new Map([[RESULT_FILE, files.result.bytes]]), folder: job.folder });
    const { id } = await uploadPage(files.html.path);
    return artifactUrl(job, id);
  } catch (error) {
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    log.warning(
      `The report is no artifact of this run, so nothing links to its page: ${said.slice(0, 300)}. The job summary has all of it but the flame graph.`,
    );
    return undefined;
  }
}
