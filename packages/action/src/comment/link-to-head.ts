import type { LinkTo, Report } from '@flamestep/report';
import type { Client } from '../github/client.ts';
import { createLinkTo, type LinkedRepository, readTree } from './link-to.ts';

/**
 * Links to the head's lines, for reports of other jobs: which commit was the base, only they say. Undefined where no row would have a
 * link, and where the token may not read the repository, which a comment can do without.
 */
export async function linkToHead(
  client: Client,
  repository: LinkedRepository,
  headSha: string,
  reports: readonly Report[],
): Promise<LinkTo | undefined> {
  const rows = reports.flatMap(({ profiles }) => profiles.map((profile) => profile.findings.length + profile.indications.length));
  if (rows.every((count) => count === 0)) return undefined;
  try {
    const head = await readTree(client, repository, headSha);
    return head === undefined ? undefined : createLinkTo(repository, { head });
  } catch {
    return undefined;
  }
}
