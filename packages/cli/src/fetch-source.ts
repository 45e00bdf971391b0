import { fetchProfile, isCollectError, shownUrl } from '@flamestep/collect';
import { CliError } from './cli-error.ts';
import type { Io } from './io.ts';
import { withOptionNames } from './option-names.ts';
import type { ReadOptions } from './read-source.ts';

/** The bytes of the profile behind a URL. Throws `CliError` `input`. A file of its own, because few runs need what it loads. */
export async function fetchSource(url: string, { seconds, timeout, limits }: ReadOptions, io: Io): Promise<Uint8Array> {
  try {
    return await fetchProfile(url, {
      seconds,
      timeoutMs: timeout === undefined ? undefined : timeout * 1000,
      maxBytes: limits.inflatedBytes,
      environment: io.env,
      fetch: io.fetch,
    });
  } catch (error) {
    if (!isCollectError(error)) throw error;
    throw new CliError('input', `${error.url ?? shownUrl(url)}: ${withOptionNames(error.message)}`, error);
  }
}
