/** Who sends a report, as a token proved it. */
export interface Reporter {
  /** `owner/name`, in small letters. */
  readonly repository: string;
  /** The event that the workflow ran for: `push`, `pull_request`. */
  readonly event?: string;
  /** Of the run: `refs/heads/main`. */
  readonly ref?: string;
}

const PREFIX = 'github-actions:';
const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;

/**
 * The subject of the principal that stands for a workflow: `github-actions:shop/checkout?event=push&ref=refs%2Fheads%2Fmain`. What
 * was proved travels in it, because a principal has no other field. Throws for a repository that is none.
 */
export function formatReporterSubject({ repository, event, ref }: Reporter): string {
  if (!REPOSITORY.test(repository)) throw new Error(`'${repository.slice(0, 100)}' is no repository; give owner/name`);
  const claims = new URLSearchParams({ ...(event !== undefined && { event }), ...(ref !== undefined && { ref }) }).toString();
  return `${PREFIX}${repository.toLowerCase()}${claims === '' ? '' : `?${claims}`}`;
}

/** Reads what {@link formatReporterSubject} wrote; undefined for every other subject, such as that of a static token. */
export function parseReporterSubject(subject: string): Reporter | undefined {
  if (!subject.startsWith(PREFIX)) return undefined;
  const [repository = '', claims = ''] = subject.slice(PREFIX.length).split('?', 2);
  if (!REPOSITORY.test(repository)) return undefined;
  const found = new URLSearchParams(claims);
  const [event, ref] = [found.get('event'), found.get('ref')];
  return { repository: repository.toLowerCase(), ...(event !== null && { event }), ...(ref !== null && { ref }) };
}
