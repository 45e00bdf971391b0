import type { Report } from '@flamestep/report';
import { isArtifactError } from '../artifact/artifact-error.ts';
import { readResultName } from '../artifact/artifact-names.ts';
import { downloadArtifact, type StoredArtifact } from '../artifact/download-artifact.ts';
import type { Client } from '../github/client.ts';
import { readResult, RESULT_FILE } from './read-result.ts';

/** Results of the jobs of one run. */
export interface FoundResults {
  readonly reports: readonly Report[];
  /** Series of results that are there but are not among the reports; see `readResultName`. */
  readonly unread: readonly string[];
  /** Why they are not, in sentences without what they hold. */
  readonly problems: readonly string[];
}

export interface ResultsWanted {
  /** How many are read. Each takes a request, of which a run of the action has 25. */
  readonly most: number;
  /** Series that are read before any other; by default all are in the order of their names. */
  readonly first?: readonly string[];
}

/** GitHub's greatest page, and pages that are read: other steps upload artifacts too. */
const PAGE = 100;
const PAGES = 3;

/**
 * The results that the jobs of a run left, of each the newest attempt. Throws what the client throws; a result that cannot be read is a
 * problem, not an error.
 */
export async function findResults(
  client: Client,
  repository: { readonly owner: string; readonly repo: string },
  runId: number,
  { most, first = [] }: ResultsWanted,
): Promise<FoundResults> {
  const newest = inOrder(newestOf(await listArtifacts(client, repository, runId)), first);
  const reports: Report[] = [];
  const problems: string[] = [];
  const unread = newest.slice(most).map(({ series }) => series);
  if (unread.length > 0) problems.push(`The run has ${newest.length} results; the first ${most} are shown.`);
  for (const { series, artifact } of newest.slice(0, most)) {
    try {
      reports.push(readResult(await downloadArtifact(client, repository, artifact, (name) => name === RESULT_FILE)));
    } catch (error) {
      if (!isArtifactError(error)) throw error;
      unread.push(series);
      problems.push(`A result cannot be read, and is left out: ${error.message}.`);
    }
  }
  return { reports, unread, problems };
}

type ListedArtifact = StoredArtifact & { readonly name: string; readonly expired: boolean };

async function listArtifacts(
  client: Client,
  repository: { readonly owner: string; readonly repo: string },
  runId: number,
): Promise<readonly ListedArtifact[]> {
  const listed: ListedArtifact[] = [];
  for (let page = 1; page <= PAGES; page++) {
    const { data } = await client.rest.actions.listWorkflowRunArtifacts({ ...repository, run_id: runId, per_page: PAGE, page });
    listed.push(...data.artifacts);
    if (data.artifacts.length < PAGE) break;
  }
  return listed;
}

interface NewestResult {
  readonly series: string;
  readonly attempt: number;
  readonly artifact: ListedArtifact;
}

function newestOf(artifacts: readonly ListedArtifact[]): readonly NewestResult[] {
  const newest = new Map<string, NewestResult>();
  for (const artifact of artifacts) {
    const name = readResultName(artifact.name);
    if (name === undefined || artifact.expired) continue;
    const known = newest.get(name.series);
    const isNewer =
      known === undefined || name.attempt > known.attempt || (name.attempt === known.attempt && artifact.id > known.artifact.id);
    if (isNewer) newest.set(name.series, { ...name, artifact });
  }
  return [...newest.values()];
}

function inOrder(results: readonly NewestResult[], first: readonly string[]): readonly NewestResult[] {
  const rank = ({ series }: NewestResult) => (first.includes(series) ? first.indexOf(series) : first.length);
  return results.toSorted((a, b) => rank(a) - rank(b) || (a.series < b.series ? -1 : 1));
}
