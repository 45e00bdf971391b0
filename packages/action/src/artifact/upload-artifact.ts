import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isEnterpriseServer } from './is-enterprise-server.ts';

export interface UploadedArtifact {
  readonly id: number;
}

/** What is uploaded. */
export interface Upload {
  readonly name: string;
  /** By name in the artifact, with slashes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** A folder of the job, for files on their way. */
  readonly folder: string;
  /** Replaces the artifact of that name which an earlier attempt of the run left. */
  readonly isReplacing?: boolean;
}

/**
 * Uploads files as one artifact of this run, zipped. Throws what GitHub's client throws; there is no such service on GitHub Enterprise
 * Server, where it says so.
 */
export async function uploadArtifact({ name, files, folder, isReplacing = false }: Upload): Promise<UploadedArtifact> {
  const root = join(folder, name);
  await rm(root, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
  return upload(
    name,
    [...files.keys()].map((path) => join(root, path)),
    root,
    isReplacing,
    false,
  );
}

/** Uploads one file as it is, so that a browser opens what its link leads to. The artifact is called what the file is called. */
export function uploadPage(path: string): Promise<UploadedArtifact> {
  return upload(basename(path), [path], dirname(path), false, true);
}

async function upload(
  name: string,
  paths: string[],
  root: string,
  isReplacing: boolean,
  skipArchive: boolean,
): Promise<UploadedArtifact> {
  if (isEnterpriseServer(process.env['GITHUB_SERVER_URL'] ?? 'https://github.com')) {
    throw new Error('GitHub Enterprise Server has no service for artifacts of this kind');
  }
  // Half of the bundle, which a run without artifacts need not load.
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  if (isReplacing) await client.deleteArtifact(name).catch(() => undefined); // there is none, usually
  const { id } = await client.uploadArtifact(name, paths, root, { skipArchive });
  if (id === undefined) throw new Error(`GitHub took the artifact ${name}, but does not say its id`);
  return { id };
}
