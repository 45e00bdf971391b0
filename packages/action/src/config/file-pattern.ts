import { type TextTest, textPattern } from './text-pattern.ts';

/** Stands for any number of folders. */
const ANY_DEPTH = '**';

/**
 * Compiles a pattern of files, as in `.gitignore`: `*` within a name, `**` for any number of folders; the name of a folder means all
 * that is in it. Profiles name files by where they were built, so a pattern is matched against the end of the path.
 */
export function filePattern(pattern: string): TextTest {
  const segments = segmentsOf(pattern).filter((segment) => segment !== '' && segment !== '.');
  const tests = [ANY_DEPTH, ...segments, ANY_DEPTH].map((segment) =>
    segment === ANY_DEPTH ? ANY_DEPTH : textPattern(segment, /\*/),
  );
  return (file) => file !== '' && matchSegments(tests, segmentsOf(file));
}

function segmentsOf(path: string): readonly string[] {
  return path.replaceAll('\\', '/').split('/');
}

/** Takes at most the product of both lengths in tests, whatever the pattern. */
function matchSegments(tests: readonly (TextTest | typeof ANY_DEPTH)[], names: readonly string[]): boolean {
  let test = 0;
  /** The last wildcard, and the first name that it does not take yet. */
  let [wildcard, after] = [-1, 0];
  for (let name = 0; name < names.length; ) {
    const next = tests[test];
    if (next === ANY_DEPTH) [wildcard, after] = [test++, name];
    else if (next?.(names[name])) [test, name] = [test + 1, name + 1];
    else if (wildcard === -1) return false;
    // The wildcard takes one more; an earlier one need not, for this one comes after all that it leads to.
    else [test, name] = [wildcard + 1, ++after];
  }
  return tests.slice(test).every((rest) => rest === ANY_DEPTH);
}
