import { commonPathEnd } from '../match/path-move.ts';
import { canonicalFile } from '../names/canonical-file.ts';

/** Where dependencies and standard libraries live. What a pull request changes is never there, unless its own path says so. */
const LIBRARIES =
  /(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor|rustc|\.cargo|pkg\/mod|usr\/(?:local\/)?(?:lib|include|go))\/|^node:|^(?:<frozen )/;
/** Go's standard library in a binary built with -trimpath. */
const GO_STANDARD =
  /^(?:bufio|bytes|cmp|compress|container|context|crypto|database|encoding|errors|flag|fmt|go|hash|html|image|internal|io|iter|log|maps|math|mime|net|os|path|reflect|regexp|runtime|slices|sort|strconv|strings|sync|syscall|testing|text|time|unicode|unique)\/[\w/.-]*\.(?:go|s)$/;

/**
 * Finds the file of a repository that a profile means by `path`. Profiles have absolute paths or paths of modules, `files` have paths in
 * the repository, so the ends are compared: one must be the end of the other, or both must have two parts or more in common. The
 * longest common end counts; of two equally long neither.
 */
export function matchPath<Named extends { readonly file: string }>(path: string, files: readonly Named[]): Named | undefined {
  const file = canonicalFile(path);
  if (file === '') return undefined;
  const parts = partsOf(file);
  const isLibrary = LIBRARIES.test(path.replaceAll('\\', '/')) || GO_STANDARD.test(file);
  let best: Named | undefined;
  let longest = 0;
  for (const candidate of files) {
    const others = partsOf(canonicalFile(candidate.file));
    const common = commonPathEnd(parts, others);
    if (common < longest || common === 0) continue;
    const isClear = common >= 2 || common === parts.length || common === others.length;
    if (!isClear || (isLibrary && common < parts.length && !LIBRARIES.test(candidate.file))) continue;
    best = common > longest ? candidate : undefined;
    longest = common;
  }
  return best;
}

function partsOf(file: string): string[] {
  return file.split('/').filter((part) => part !== '' && part !== '.');
}
