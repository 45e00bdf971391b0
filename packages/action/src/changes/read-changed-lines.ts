import { type ChangedLines, parseChangedFiles } from '@flamestep/diff';
import type { Client } from '../github/client.ts';

/** GitHub's greatest page, and pages that are read: what a pull request of more files changes is known in part. */
const PAGE = 100;
const PAGES = 3;

/** What a pull request changed, in the line numbers of its head. Files that were deleted, or only moved, are left out. Takes the permission `pull-requests: read`. */
export async function readChangedLines(
  client: Client,
  repository: { readonly owner: string; readonly repo: string },
  pullRequest: number,
): Promise<ChangedLines[]> {
  const changed: ChangedLines[] = [];
  for (let page = 1; page <= PAGES; page++) {
    const { data } = await client.rest.pulls.listFiles({ ...repository, pull_number: pullRequest, per_page: PAGE, page });
    for (const { filename, status, patch, changes } of data) {
      if (status !== 'removed' && changes > 0) changed.push({ file: filename, ...rangesOf(patch) });
    }
    if (data.length < PAGE) break;
  }
  return changed;
}

/** GitHub gives no patch for what is too large: then the whole file counts. */
function rangesOf(patch: string | undefined): Pick<ChangedLines, 'ranges'> {
  if (patch === undefined) return {};
  // The name stands beside the patch, as it is; that of a patch would be quoted.
  const [part] = parseChangedFiles(`+++ b/file\n${patch}\n`);
  return part?.ranges === undefined ? {} : { ranges: part.ranges };
}
