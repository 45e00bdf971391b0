import type { Mapping } from '../../profile.ts';
import { trimSpace } from './go-text.ts';

const LIBRARY = /\.so$|\.so[._][0-9]+/;
const USUAL_START_OF_MAIN = 0x400000n;

/**
 * Undoes what loaders do to mappings, as pprof does: joins the parts of a mapping that was split, puts the main binary first, and
 * corrects the start of a main binary of which a part was remapped.
 */
export function tidyMappings(mappings: readonly Mapping[]): Mapping[] {
  return correctMain(dropHugePage(putMainFirst(joinAdjacent(mappings))));
}

function joinAdjacent(mappings: readonly Mapping[]): Mapping[] {
  const joined: Mapping[] = [];
  for (const mapping of mappings) {
    const last = joined.at(-1);
    if (!last || !isContinuedBy(last, mapping)) joined.push(mapping);
    else {
      const { limit, file, buildId } = mapping;
      joined[joined.length - 1] = { ...last, limit, file: file || last.file, buildId: buildId || last.buildId };
    }
  }
  return joined;
}

function isContinuedBy(first: Mapping, second: Mapping): boolean {
  if (first.limit !== second.start) return false;
  if (first.file && second.file && first.file !== second.file) return false;
  if (first.buildId && second.buildId && first.buildId !== second.buildId) return false;
  if (first.offset === 0n || second.offset === 0n) return true;
  return BigInt.asUintN(64, first.offset + first.limit - first.start) === second.offset;
}

/** The main binary is taken to be the first file that is neither a library nor something of the kernel's. */
function putMainFirst(mappings: Mapping[]): Mapping[] {
  const main = mappings.findIndex((mapping) => {
    const file = trimSpace(mapping.file.replaceAll('(deleted)', ''));
    return file !== '' && !LIBRARY.test(file) && !file.startsWith('[');
  });
  if (main > 0) [mappings[0], mappings[main]] = [mappings[main], mappings[0]];
  return mappings;
}

function dropHugePage(mappings: Mapping[]): Mapping[] {
  const [first, second] = mappings;
  const isStartOfNext = first?.file.startsWith('/anon_hugepage') && second && first.limit === second.start;
  return isStartOfNext ? mappings.slice(1) : mappings;
}

function correctMain(mappings: Mapping[]): Mapping[] {
  const [main, ...others] = mappings;
  if (!main || BigInt.asUintN(64, main.start - main.offset) !== USUAL_START_OF_MAIN) return mappings;
  return [{ ...main, start: USUAL_START_OF_MAIN, offset: 0n }, ...others];
}
