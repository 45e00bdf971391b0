import { statusOf } from './status-of.ts';

/** Why something of GitHub's could not be had, and what to do, in half a sentence. `scope` is the permission that it takes. */
export function describeFailure(error: unknown, scope: string): string {
  const status = statusOf(error);
  const said = error instanceof Error ? error.message.split('\n')[0].slice(0, 200) : String(error).slice(0, 200);
  if (/rate limit/i.test(said)) return `GitHub limits how often it is asked (${said})`;
  if (status === 401) return 'GitHub does not know the token; check github-token';
  if (status === 403 || status === 404) return `the token may not do that: give the job the permission '${scope}' (${said})`;
  if (status !== undefined && status >= 500) return `GitHub did not answer as it should (${said})`;
  return said;
}
