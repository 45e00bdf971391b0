/*
 * A README says what to do to an app in blocks of code:
 *
 * - `sh`: lines `yarn --cwd FOLDER add PACKAGE`
 * - `diff`: `--- FILE` in its first line, then hunks parted by `@@`
 * - everything else whose first line is a comment with a path: `# app-config.yaml` is added to the file, other files are written
 *
 * Under a heading that names a frontend system they are for apps of that one. Under the heading Elsewhere they say how to put the pages
 * elsewhere in an app of the new one.
 */

const BLOCK = /^```(\w+)\n(.*?)^```/gms;
const HEADING = /^## (New|Legacy|Elsewhere)(?: frontend system)?$|^## /gm;

/** The steps of a README, in its order: `{ kind: 'add' | 'change' | 'write', system: 'new' | 'legacy' | 'elsewhere' | undefined, … }`. */
export function readmeSteps(readme) {
  const headings = [...readme.matchAll(HEADING)];
  return [...readme.matchAll(BLOCK)].flatMap(({ 1: language, 2: code, index }) => {
    const system = headings.findLast((heading) => heading.index < index)?.[1]?.toLowerCase();
    return stepsOf(language, code).map((step) => ({ ...step, system }));
  });
}

function stepsOf(language, code) {
  if (language === 'sh') {
    const lines = [...code.matchAll(/^yarn --cwd (\S+) add (\S+)$/gm)];
    return lines.map(([, folder, name]) => ({ kind: 'add', folder, name }));
  }
  if (language === 'diff') {
    const [, file, changes] = /^--- (\S+)\n(.*)$/s.exec(code) ?? [];
    if (file === undefined) throw new Error(`a diff does not begin with '--- FILE':\n${code}`);
    return [{ kind: 'change', file, hunks: changes.split(/^@@\n/m) }];
  }
  const [, file, content] = /^(?:#|\/\/) (\S+\.\w+)\n(.*)$/s.exec(code) ?? [];
  return file === undefined ? [] : [{ kind: 'write', file, content }];
}

/** The text with a hunk applied. Space at the ends of lines does not count. Throws unless the hunk fits in exactly one place. */
export function applyHunk(text, hunk) {
  const changes = hunk.replace(/\n$/, '').split('\n');
  const before = changes.filter((line) => !line.startsWith('+'));
  const lines = text.split('\n');
  const places = lines.flatMap((_, at) =>
    before.every((line, i) => lines[at + i]?.trim() === line.slice(1).trim()) ? [at] : [],
  );
  const [place] = places;
  if (places.length !== 1) throw new Error(`this fits in ${places.length} places:\n${hunk}`);
  const kept = lines.slice(place, place + before.length);
  const after = changes.flatMap((line) => {
    if (line.startsWith('+')) return [line.slice(1)];
    const own = kept.shift();
    return line.startsWith('-') ? [] : [own];
  });
  return [...lines.slice(0, place), ...after, ...lines.slice(place + before.length)].join('\n');
}
