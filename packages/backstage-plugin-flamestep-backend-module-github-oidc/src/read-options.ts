import type { Config } from '@backstage/config';

/** `options` of an access of the type `github-actions`, checked. Empty lists allow everything, except that one of the first two is not. */
export interface GithubActionsOptions {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** Ids of accounts: they stay when an account is renamed and its name is taken by somebody else. */
  readonly ownerIds: readonly string[];
  /** `owner/name` in small letters; `*` stands for a whole part. */
  readonly repositories: readonly string[];
  readonly events: readonly string[];
  readonly refs: readonly string[];
}

const GITHUB = 'https://token.actions.githubusercontent.com';
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];
// Not pull_request_target and workflow_run: they run with the rights of the base on what a stranger wrote.
const EVENTS = ['push', 'pull_request', 'merge_group', 'schedule', 'workflow_dispatch'];

/** Reads and checks them. Throws an Error that names the option and says what to do. */
export function readOptions(config: Config): GithubActionsOptions {
  const options: GithubActionsOptions = {
    issuer: readIssuer(config.getOptionalString('issuer') ?? GITHUB),
    audience: readList(config, 'audience'),
    ownerIds: readList(config, 'ownerIds'),
    repositories: readList(config, 'repositories').map((pattern) => pattern.toLowerCase()),
    events: config.has('events') ? readList(config, 'events') : EVENTS,
    refs: readList(config, 'refs'),
  };
  if (options.audience.length === 0) {
    throw new Error('github-actions: audience is missing; give the URL of this portal, and the same one to the workflows');
  }
  // Without one of these, any repository on GitHub could send.
  if (options.ownerIds.length === 0 && options.repositories.length === 0) {
    throw new Error('github-actions: give ownerIds or repositories; every repository on GitHub gets tokens of this issuer');
  }
  for (const pattern of options.repositories) {
    if (!/^[\w.-]+\/(\*|[\w.-]+)$/.test(pattern)) {
      throw new Error(`github-actions: repositories: '${pattern}' is none; write owner/name or owner/*`);
    }
  }
  return options;
}

function readIssuer(text: string): string {
  const issuer = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = issuer?.protocol === 'https:' || (issuer?.protocol === 'http:' && LOCAL.includes(issuer.hostname));
  if (!isSafe) throw new Error(`github-actions: issuer: '${text}' is no https URL`);
  return text.replace(/\/+$/, '');
}

/** One text or several; numbers count as their digits, because owner ids look like numbers. */
function readList(config: Config, key: string): readonly string[] {
  const value = config.getOptional(key);
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return list.map((entry) => {
    if ((typeof entry === 'string' && entry !== '') || typeof entry === 'number') return String(entry);
    throw new Error(`github-actions: ${key} holds something that is neither text nor number`);
  });
}
