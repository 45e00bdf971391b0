import type { Source } from './source.ts';

const VARIABLE = 'FLAMESTEP_HTTP_AUTHORIZATION';
type Environment = Readonly<Record<string, string | undefined>>;

/** The environment with the short-lived token of a source that makes its own, for the origin of that source only. */
export async function withToken(source: Source, environment: Environment): Promise<Environment> {
  if (!('token' in source) || source.token === undefined || !URL.canParse(source.url)) return environment;
  const line = `${new URL(source.url).origin} Bearer ${await source.token()}`;
  return { ...environment, [VARIABLE]: `${line}\n${environment[VARIABLE] ?? ''}` };
}
