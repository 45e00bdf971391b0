import { setTimeout as pause } from 'node:timers/promises';
import { authorizationFor } from '../authorization-for.ts';
import { CollectError } from '../collect-error.ts';
import { googleToken } from './google-cloud/google-token.ts';
import { sourceOrigins } from './source-origins.ts';
import type { Source } from './source.ts';

const VARIABLE = 'FLAMESTEP_HTTP_AUTHORIZATION';
const GOOGLE_PROMETHEUS = 'https://monitoring.googleapis.com';
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with the short-lived token of a source that makes its own, for the origins of that source only. Google Cloud gets one by its
 * application default credentials where the caller makes none and the environment has none. Throws `CollectError` `unauthorized`.
 */
export async function withToken(source: Source, environment: Environment, timeoutMs: number): Promise<Environment> {
  if (source.type !== 'prometheus' && source.type !== 'google-cloud') return environment;
  const origins = sourceOrigins(source);
  const isGoogle = source.type === 'google-cloud' || origins.includes(GOOGLE_PROMETHEUS);
  const isGiven = origins.every((origin) => authorizationFor(origin, environment) !== undefined);
  const make = source.token ?? (isGoogle && !isGiven ? googleToken : undefined);
  if (make === undefined) return environment;
  const token = await Promise.race([make().catch(() => undefined), pause(timeoutMs, undefined, { ref: false })]);
  if (!token || !/^[\x21-\x7e]+$/.test(token)) {
    // What a library of credentials says about its failure may hold them.
    const way =
      source.token === undefined
        ? 'the application default credentials of Google Cloud'
        : 'the credentials that its token() uses';
    throw new CollectError('unauthorized', `no token could be made for ${source.type}; check ${way}`);
  }
  return {
    ...environment,
    [VARIABLE]: [...origins.map((origin) => `${origin} Bearer ${token}`), environment[VARIABLE] ?? ''].join('\n'),
  };
}
