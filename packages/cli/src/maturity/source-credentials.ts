import type { Io } from '../io.ts';

const VARIABLE = 'FLAMESTEP_HTTP_AUTHORIZATION';
const GITHUB_API = 'https://api.github.com';
const NEW_RELIC_APIS = ['https://api.newrelic.com', 'https://api.eu.newrelic.com'];

/** The environment in which credentials are looked up: what was said for an origin, then the variables that other tools use too. */
export function sourceCredentials(env: Io['env']): Io['env'] {
  const githubUrl = env['GITHUB_API_URL'] || GITHUB_API;
  const github = env['GITHUB_TOKEN'];
  const newRelic = env['NEW_RELIC_API_KEY'];
  const lines = [
    ...(github && URL.canParse(githubUrl) ? [`${new URL(githubUrl).origin} Bearer ${github.trim()}`] : []),
    ...(newRelic ? NEW_RELIC_APIS.map((origin) => `${origin} ${newRelic.trim()}`) : []),
  ];
  return lines.length === 0 ? env : { ...env, [VARIABLE]: [env[VARIABLE] ?? '', ...lines].join('\n') };
}
