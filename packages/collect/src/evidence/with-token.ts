import { GOOGLE_URLS } from './google-cloud/google-cloud-source.ts';
import { CollectError } from '../collect-error.ts';
import type { Source } from './source.ts';

const VARIABLE = 'FLAMESTEP_HTTP_AUTHORIZATION';
type Environment = Readonly<Record<string, string | undefined>>;

/** The environment with the short-lived token of a source that makes its own, for the origins of that source only. Throws `CollectError` `unauthorized`. */
export async function withToken(source: Source, environment: Environment): Promise<Environment> {
  if (!('token' in source) || source.token === undefined) return environment;
  const urls = source.type === 'prometheus' ? [source.url] : Object.values({ ...GOOGLE_URLS, ...source.urls });
  const token = await source.token().catch(() => undefined);
  if (!token || !/^[\x21-\x7e]+$/.test(token)) {
    // What a library of credentials says about its failure may hold them.
    throw new CollectError(
      'unauthorized',
      `no token could be made for ${source.type}; check the credentials that its token() uses`,
    );
  }
  const lines = urls.filter((url) => URL.canParse(url)).map((url) => `${new URL(url).origin} Bearer ${token}`);
  return { ...environment, [VARIABLE]: [...lines, environment[VARIABLE] ?? ''].join('\n') };
}
