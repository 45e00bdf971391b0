import { matchWildcards, type WildcardRules } from './match-wildcards.ts';

const IN_SEGMENT: WildcardRules<string, string> = {
  isAny: (part) => part === '*',
  matches: (part, character) => part === '?' || part === character,
};
const IN_PATH: WildcardRules<string, string> = {
  isAny: (segment) => segment === '**',
  matches: (segment, name) => segment === name || matchWildcards(segment, name, IN_SEGMENT),
};

/**
 * Whether a file is what a pattern says, as in `.gitignore`: `*` and `?` within a name, `**` for any number of folders; the name of a
 * folder means all that is in it. Profiles name files by where they were built, so a pattern is matched against the end of the path.
 */
export function matchesFile(pattern: string, file: string): boolean {
  if (file === '') return false;
  const segments = pattern
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.');
  return matchWildcards(['**', ...segments, '**'], file.replaceAll('\\', '/').split('/'), IN_PATH);
}
