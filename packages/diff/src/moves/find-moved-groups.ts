import type { MovedCost } from '../comparison.ts';
import { groupBy } from '../match/group-by.ts';
import type { FunctionMatching } from '../match/match-functions.ts';
import { pathMove, usualMove } from '../match/path-move.ts';
import { nameParts } from '../names/name-parts.ts';
import { versionFreeName } from '../names/version-free-name.ts';

/** Functions that were matched although their package or their file has another name now, all by one and the same move. */
export interface MovedGroup {
  readonly kind: Extract<MovedCost['kind'], 'renamed' | 'moved-file'>;
  readonly entities: readonly number[];
}

/**
 * Finds functions that are called otherwise or stand in another file now, though they were matched. Another version of a package is no other
 * name. A file counts as moved where its own name is another, or where it moved otherwise than most files did; that the sides
 * were built in different folders is no move.
 */
export function findMovedGroups(matching: FunctionMatching): MovedGroup[] {
  const renamed = findRenamed(matching);
  const isRenamed = new Set(renamed.flatMap(({ entities }) => entities));
  return [...renamed, ...findMovedFiles(matching, isRenamed)];
}

function findRenamed({ base, head }: FunctionMatching): MovedGroup[] {
  const renamed = base.flatMap((from, entity) => {
    const to = head[entity];
    if (!from || !to || versionFreeName(from.family) === versionFreeName(to.family)) return [];
    return [{ entity, move: pathMove(nameParts(from.family), nameParts(to.family)) }];
  });
  return [...groupBy(renamed, ({ move }) => move).values()].map((group) => ({
    kind: 'renamed',
    entities: group.map(({ entity }) => entity),
  }));
}

function findMovedFiles({ base, head }: FunctionMatching, isRenamed: ReadonlySet<number>): MovedGroup[] {
  const elsewhere = base.flatMap((from, entity) => {
    const to = head[entity];
    if (!from?.canonicalFile || !to?.canonicalFile || from.canonicalFile === to.canonicalFile) return [];
    const [fromParts, toParts] = [from.canonicalFile.split('/'), to.canonicalFile.split('/')];
    const files = `${from.canonicalFile} -> ${to.canonicalFile}`;
    return [{ entity, files, move: pathMove(fromParts, toParts), isOtherName: fromParts.at(-1) !== toParts.at(-1) }];
  });
  const usual = usualMove([...new Map(elsewhere.map(({ files, move }) => [files, move])).values()]);
  const moved = elsewhere.filter(
    ({ entity, isOtherName, move }) => !isRenamed.has(entity) && (isOtherName || (usual !== undefined && move !== usual)),
  );
  return [...groupBy(moved, ({ move }) => move).values()].map((group) => ({
    kind: 'moved-file',
    entities: group.map(({ entity }) => entity),
  }));
}
