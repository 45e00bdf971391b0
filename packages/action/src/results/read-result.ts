import { isReportError, type Report, readReport } from '@flamestep/report';
import { ArtifactError } from '../artifact/artifact-error.ts';

/** The one file of a result's artifact. */
export const RESULT_FILE = 'result.json';

/**
 * Reads what another job measured. Whoever wrote the measured code could have written any result: what is read is bounded and of the
 * right shape, and says nothing about who it is from. Its links are left out. Throws `ArtifactError`.
 */
export function readResult(files: ReadonlyMap<string, Uint8Array>): Report {
  const bytes = files.get(RESULT_FILE);
  if (bytes === undefined) throw new ArtifactError(`the artifact has no ${RESULT_FILE}`);
  try {
    const { links: _, ...report } = readReport(bytes, { trees: false });
    return report;
  } catch (error) {
    if (!isReportError(error)) throw error;
    throw new ArtifactError(`${RESULT_FILE} is no result of flamestep: ${error.message}`, { cause: error });
  }
}
