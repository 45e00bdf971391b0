import { groupBy } from '../match/group-by.ts';
import type { FunctionMatching } from '../match/match-functions.ts';
import { pathMove, usualMove } from '../match/path-move.ts';

/**
 * Finds functions that kept their name but stand in another file now: groups of entities that moved alike, those of one file or one
 * folder. A file counts as moved where its own name is another, or where it moved otherwise than most files did; that the sides
 * were built in different folders is no move.
 */
export function findMovedFiles({ base, head }: FunctionMatching): number[][] {
  const elsewhere = base.flatMap((from, entity) => {
    const to = head[entity];
    if (!from?.canonicalFile || !to?.canonicalFile || from.canonicalFile === to.canonicalFile) return [];
    const [fromParts, toParts] = [from.canonicalFile.split('/'), to.canonicalFile.split('/')];
    const files = `${from.canonicalFile} -> ${to.canonicalFile}`;
    return [{ entity, files, move: pathMove(fromParts, toParts), isRenamed: fromParts.at(-1) !== toParts.at(-1) }];
  });
  const usual = usualMove([...new Map(elsewhere.map(({ files, move }) => [files, move])).values()]);
  const moved = elsewhere.filter(({ isRenamed, move }) => isRenamed || (usual !== undefined && move !== usual));
  return [...groupBy(moved, ({ move }) => move).values()].map((group) => group.map(({ entity }) => entity));
}
