import type { FolderReader } from './folder-reader.ts';

/** Whether a name is meant as a pattern for file names. */
export function isGlob(name: string): boolean {
  return /[*?[]/.test(name);
}

/**
 * The files that match, sorted: `*`, `?` and `[…]` within a name, `**` for any number of folders. As in a shell, hidden
 * files match only a pattern that names the dot. For quoted patterns, and for shells that leave them to the program.
 */
export function expandGlob(pattern: string, folders: FolderReader): string[] {
  const parts = pattern.replaceAll('\\', '/').split('/');
  const absolute = parts[0] === '' || /^[A-Za-z]:$/.test(parts[0]);
  const start = absolute ? `${parts.shift()}/` : '';
  const found = new Set<string>();
  walk(start, parts);
  return [...found].sort();

  function walk(folder: string, [part, ...rest]: string[]): void {
    if (part === '' && rest.length > 0) walk(folder, rest);
    else if (part === '**') anyDepth(folder, rest);
    else if (!isGlob(part)) arrive(`${folder}${part}`, rest);
    else {
      const matches = globMatcher(part);
      for (const entry of folders.listFolder(folder || '.')) {
        if (matches(entry.name) && (rest.length === 0 || entry.isFolder)) arrive(`${folder}${entry.name}`, rest);
      }
    }
  }

  function anyDepth(folder: string, rest: string[]): void {
    walk(folder, rest.length === 0 ? ['*'] : rest);
    for (const entry of folders.listFolder(folder || '.')) {
      // A link may lead back to where we came from.
      if (entry.isFolder && !entry.isLink && !entry.name.startsWith('.')) anyDepth(`${folder}${entry.name}/`, rest);
    }
  }

  function arrive(path: string, rest: string[]): void {
    if (rest.length > 0) walk(`${path}/`, rest);
    else if (folders.kindOf(path) === 'file' || folders.kindOf(path) === 'other') found.add(path);
  }
}

/** A test for one name of a path. */
function globMatcher(part: string): (name: string) => boolean {
  const source = part.replace(/\*+|\?|\[([!^]?)(\]?[^\]]*)\]|[\s\S]/g, (token, negated?: string, set?: string) => {
    if (token.startsWith('*')) return '[^/]*';
    if (token === '?') return '[^/]';
    if (set !== undefined) return `[${negated ? '^' : ''}${set.replace(/[\\[\]^]/g, '\\$&')}]`;
    return token.replace(/[\\^$.|?*+()[\]{}]/, '\\$&');
  });
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^${source}$`, 'u');
  } catch {
    return () => false; // an empty range such as [z-a]
  }
  return (name) => (part.startsWith('.') || !name.startsWith('.')) && pattern.test(name);
}
