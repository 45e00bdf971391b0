import { getOctokit } from '@actions/github';
import { createRequestPolicy, type Wait } from './request-policy.ts';

/** GitHub's API with the limits of the action around it. */
export type Client = ReturnType<typeof getOctokit>;

/** What the client says of itself; the rest of Octokit's log would show addresses and answers. */
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

/** A client for the API that `GITHUB_API_URL` names, through the runner's proxy. */
export function createClient(token: string, wait: Wait): Client {
  const client = getOctokit(token, { log: QUIET });
  client.hook.wrap('request', createRequestPolicy(wait));
  return client;
}
