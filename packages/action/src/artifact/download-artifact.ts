import { createHash } from 'node:crypto';
import type { Client } from '../github/client.ts';
import { ArtifactError } from './artifact-error.ts';
import { readZip, ZIP_LIMITS } from './read-zip.ts';

/** An artifact as GitHub lists it. */
export interface StoredArtifact {
  readonly id: number;
  readonly size_in_bytes: number;
  readonly digest?: string | null;
}

/**
 * The files of an artifact, in memory: nothing of it touches the disk. Only entries that `accepts` expects may be there. Throws
 * `ArtifactError` for what is not as flamestep uploads it, or what the client throws.
 */
export async function downloadArtifact(
  client: Client,
  repository: { readonly owner: string; readonly repo: string },
  artifact: StoredArtifact,
  accepts: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (artifact.size_in_bytes > ZIP_LIMITS.zipBytes) {
    throw new ArtifactError(`the archive has ${artifact.size_in_bytes} bytes; at most ${ZIP_LIMITS.zipBytes} are read`);
  }
  // Redirected to the storage, for which `fetch` leaves the token out: it is another host.
  const { data } = await client.rest.actions.downloadArtifact({
    ...repository,
    artifact_id: artifact.id,
    archive_format: 'zip',
  });
  if (!(data instanceof ArrayBuffer)) throw new ArtifactError('GitHub answered with something that is no archive');
  const zip = new Uint8Array(data);
  checkDigest(zip, artifact.digest);
  return readZip(zip, accepts);
}

function checkDigest(zip: Uint8Array, digest: string | null | undefined): void {
  const wanted = /^sha256:([\da-f]{64})$/.exec(digest ?? '')?.[1];
  if (wanted === undefined) return; // GitHub has none for older artifacts
  const actual = createHash('sha256').update(zip).digest('hex');
  if (actual !== wanted) throw new ArtifactError('the archive is not the one that was uploaded: its digest differs');
}
