import { isProfileUrl } from '@flamestep/collect';
import { expandGlob, isGlob } from '@flamestep/record';
import { CliError } from './cli-error.ts';
import type { Io } from './io.ts';

/** Standard input among the sources. */
export const STDIN = '-';

/** The files and URLs that the words of a command line stand for: globs are expanded, everything else is taken as it is. */
export function sourcesOf(words: readonly string[], io: Io): string[] {
  return words.flatMap((word) => {
    if (word === STDIN || isProfileUrl(word) || !isGlob(word) || io.kindOf(word) !== undefined) return [word];
    const files = expandGlob(word, io);
    if (files.length === 0) throw new CliError('input', `no file matches '${word}'`);
    return files;
  });
}
