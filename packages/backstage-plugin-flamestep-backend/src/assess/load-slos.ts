import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const MOST_FILES = 100;
const LARGEST = 256 * 1024;

/**
 * The YAML files of a folder, by path. When they were looked at last is not told: archives of a repository give all of its files the time
 * of the last commit. Throws where they cannot be read.
 */
export async function loadSlos(url: string, urlReader: UrlReaderService): Promise<Record<string, string>> {
  const tree = await urlReader.readTree(url, { filter: (path) => /\.ya?ml$/.test(path) });
  const files = await tree.files();
  if (files.length > MOST_FILES)
    throw new InputError(`${url} holds ${files.length} files; name a folder with SLOs alone, at most ${MOST_FILES}`);
  const texts = await Promise.all(
    files.map(async ({ path, content }): Promise<[string, string]> => {
      const bytes = await content();
      if (bytes.length > LARGEST) throw new InputError(`${path} has ${bytes.length} bytes; an SLO file has at most ${LARGEST}`);
      return [path, bytes.toString('utf8')];
    }),
  );
  return Object.fromEntries(texts);
}
