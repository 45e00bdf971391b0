import type { ProcessOptions } from '../process/run-process.ts';
import { RecordError } from '../record-error.ts';
import { tryGit } from './run-git.ts';

/** The commit of a branch, tag or commit. Throws `RecordError` `unknown-ref` or `shallow-clone`. */
export async function resolveBase(ref: string, options: ProcessOptions): Promise<string> {
  // What begins with a dash would be an option of git.
  const found =
    ref === '' || ref.startsWith('-')
      ? undefined
      : await tryGit(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], options);
  if (found?.code === 0) return found.output.trim();
  const shallow = await tryGit(['rev-parse', '--is-shallow-repository'], options);
  if (shallow.output.trim() === 'true') {
    throw new RecordError(
      'shallow-clone',
      `there is no commit '${ref}' in this clone, which holds only a part of the history; run git fetch --unshallow, ` +
        'or check out with fetch-depth: 0',
    );
  }
  throw new RecordError(
    'unknown-ref',
    `there is no branch, tag or commit '${ref}'; git branch --all lists the branches, git fetch gets new ones`,
  );
}
