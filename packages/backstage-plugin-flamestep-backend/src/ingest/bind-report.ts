import { canonicalEntityRef, type Reporter } from '@flamestep/backstage-plugin-flamestep-common';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { Report } from '@flamestep/report';
import { matchesPattern } from './matches-pattern.ts';

/** An entity whose repository may send reports for it. */
export interface Candidate {
  readonly entityRef: string;
  readonly serviceName: string | undefined;
}

export interface RepositoryOptions {
  /** Subject of the service that sends. */
  readonly subject: string;
  readonly reporter: Reporter | undefined;
  /** What the sender says beside the report. */
  readonly saidRepository: string | undefined;
  /** Static subjects that may speak for some repositories only, and for which: `shop/*`. */
  readonly tokens: readonly { readonly subject: string; readonly repositories: readonly string[] }[];
}

/**
 * The repository that a report counts for, in small letters. A workflow's token speaks for its own repository only; a static one for
 * those that the configuration gives it, or for all. Throws `InputError` and `NotAllowedError`.
 */
export function repositoryOf({ provenance }: Report, { subject, reporter, saidRepository, tokens }: RepositoryOptions): string {
  const said = (provenance.repository ?? saidRepository)?.toLowerCase();
  if (reporter !== undefined) {
    if (said !== undefined && said !== reporter.repository) {
      throw new NotAllowedError(`the token is of ${reporter.repository}, and the report of another repository`);
    }
    return reporter.repository;
  }
  if (said === undefined) {
    throw new InputError('the report names no repository; set provenance.repository or the parameter repository to owner/name');
  }
  const own = tokens.filter((token) => token.subject === subject);
  const isFree = own.length === 0;
  if (!isFree && !own.some(({ repositories }) => repositories.some((pattern) => matchesPattern(said, pattern)))) {
    throw new NotAllowedError(`this token may not send reports of ${said}; see flamestep.ingest.tokens`);
  }
  return said;
}

/**
 * Chooses the entity of a report among those of its repository: the one that is asked for, the only one, or the one whose service
 * has the name of the subject or begins its key. Throws `NotAllowedError` where the repository does not own it, `InputError` where it is not clear.
 */
export function bindReport({ subject }: Report, candidates: readonly Candidate[], asked: string | undefined): string {
  if (asked !== undefined) {
    const ref = readRef(asked);
    if (candidates.some(({ entityRef }) => entityRef === ref)) return ref;
    throw new NotAllowedError('the repository does not own this entity; check its annotation github.com/project-slug');
  }
  if (candidates.length === 0) {
    throw new NotAllowedError('no entity belongs to this repository; add the annotation github.com/project-slug to one');
  }
  if (candidates.length === 1) return candidates[0].entityRef;
  for (const name of [subject.name, subject.key.split('/', 1)[0]]) {
    const named = candidates.filter(({ serviceName }) => serviceName === name);
    if (named.length === 1) return named[0].entityRef;
  }
  throw new InputError(
    `the repository has ${candidates.length} entities, and none of them is the service '${subject.name}'; say which with the parameter entity`,
  );
}

function readRef(text: string): string {
  try {
    return canonicalEntityRef(text, 'component');
  } catch {
    throw new InputError('the parameter entity is no reference; write it as component:default/checkout');
  }
}
