import type { Reporter } from '@flamestep/backstage-plugin-flamestep-common';
import type { GithubActionsOptions } from './read-options.ts';

/** Who may speak, or why it may not. */
export type Judged = { readonly reporter: Required<Reporter> } | { readonly refused: string };

const REPOSITORY = /^([\w.-]{1,100})\/[\w.-]{1,100}$/;
const PULL_REQUEST = /^refs\/pull\/\d+\/(merge|head)$/;

/** Decides by the claims of a token that is signed. Names compare without case, as on GitHub. */
export function judgeClaims(claims: Readonly<Record<string, unknown>>, options: GithubActionsOptions): Judged {
  const claim = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '');
  const repository = claim('repository').toLowerCase();
  const [event, ref, ownerId] = [claim('event_name'), claim('ref'), claim('repository_owner_id')];
  const owner = REPOSITORY.exec(repository)?.[1];

  if (owner === undefined || owner !== claim('repository_owner').toLowerCase()) return refused('it names no repository');
  if (ownerId === '' || (options.ownerIds.length > 0 && !options.ownerIds.includes(ownerId))) {
    return refused(`the owner of ${repository} (id ${shown(ownerId)}) is not among ownerIds`);
  }
  if (options.repositories.length > 0 && !options.repositories.some((pattern) => matches(pattern, repository))) {
    return refused(`${repository} is not among repositories`);
  }
  if (!options.events.includes(event)) return refused(`the event ${shown(event)} of ${repository} is not among events`);
  // A pull request must not pass for its base branch, nor the other way round.
  if (!ref.startsWith('refs/') || PULL_REQUEST.test(ref) !== (event === 'pull_request')) {
    return refused(`the ref ${shown(ref)} of ${repository} does not belong to the event ${event}`);
  }
  if (options.refs.length > 0 && !options.refs.some((pattern) => matches(pattern, ref))) {
    return refused(`the ref ${shown(ref)} of ${repository} is not among refs`);
  }
  return { reporter: { repository, event, ref } };
}

/** `*` stands for any text without a slash. */
function matches(pattern: string, text: string): boolean {
  const [parts, given] = [pattern.split('/'), text.split('/')];
  return parts.length === given.length && parts.every((part, i) => part === '*' || part === given[i]);
}

function refused(why: string): Judged {
  return { refused: why };
}

/** What comes from outside must not write lines of its own into the log. */
function shown(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
