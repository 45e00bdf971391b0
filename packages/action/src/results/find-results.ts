import type { Report } from '@flamestep/report';
import { isArtifactError } from '../artifact/artifact-error.ts';
import { readResultName } from '../artifact/artifact-names.ts';
import { downloadArtifact, type StoredArtifact } from '../artifact/download-artifact.ts';
import type { Client } from '../github/client.ts';
import { readResult, RESULT_FILE } from './read-result.ts';

/** Results of the jobs of one run. */
export interface FoundResults {
  readonly reports: readonly Report[];
  /** Why some are not among them, in sentences without what they hold. */
  readonly problems: readonly string[];
}

/** Each takes a request, of which a run of the action has 25. */
export const MOST_RESULTS = 8;

/**
 * The results that the jobs of a run left, of each the newest attempt, in the order of their names. Throws what the client throws;
 * a result that cannot be read is a problem, not an error.
 */
export async function findResults(
  client: Client,
  repository: { readonly owner: string; readonly repo: string },
  runId: number,
): Promise<FoundResults> {
  const { data } = await client.rest.actions.listWorkflowRunArtifacts({ ...repository, run_id: runId, per_page: 100 });
  const newest = newestOf(data.artifacts);
  const reports: Report[] = [];
  const problems: string[] = [];
  if (newest.length > MOST_RESULTS) {
    problems.push(`The run has ${newest.length} results; the first ${MOST_RESULTS} are shown.`);
  }
  for (const artifact of newest.slice(0, MOST_RESULTS)) {
    try {
      reports.push(readResult(await downloadArtifact(client, repository, artifact, (name) => name === RESULT_FILE)));
    } catch (error) {
      if (!isArtifactError(error)) throw error;
      problems.push(`A result cannot be read, and is left out: ${error.message}.`);
    }
  }
  return { reports, problems };
}

type ListedArtifact = StoredArtifact & { readonly name: string; readonly expired: boolean };

function newestOf(artifacts: readonly ListedArtifact[]): readonly ListedArtifact[] {
  const newest = new Map<string, { readonly artifact: ListedArtifact; readonly attempt: number }>();
  for (const artifact of artifacts) {
    const name = readResultName(artifact.name);
    if (name === undefined || artifact.expired) continue;
    const known = newest.get(name.series);
    const isNewer =
      known === undefined || name.attempt > known.attempt || (name.attempt === known.attempt && artifact.id > known.artifact.id);
    if (isNewer) newest.set(name.series, { artifact, attempt: name.attempt });
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { artifact }]) => artifact);
}
