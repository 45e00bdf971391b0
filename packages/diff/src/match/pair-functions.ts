import type { Profile } from '@flamestep/pprof';
import { versionFreeName } from '../names/version-free-name.ts';
import { functionContents } from './function-content.ts';
import { groupBy } from './group-by.ts';
import { matchFiles } from './match-files.ts';
import { pairPackages } from './pair-packages.ts';
import { isPlainFamily, pairSiblings } from './pair-siblings.ts';
import type { Sibling } from './pair-siblings.ts';
import type { SideFunctions } from './side-functions.ts';

/** One side: its runs, and the functions in them. */
export interface Side {
  readonly profiles: readonly Profile[];
  readonly functions: SideFunctions;
}

/**
 * Finds the function of the head for each function of the base: base index -> head index, -1 where there is none. In this order, each
 * for those that are left: the same name in the same file; the same qualified name wherever it stands now; the same name
 * but for the version of its package; the same name in a package that was renamed. Names are families of numbered siblings, in which {@link pairSiblings} tells who is who.
 */
export function pairFunctions(base: Side, head: Side): Int32Array {
  const partner = new Int32Array(base.functions.functions.length).fill(-1);
  const isTaken = new Uint8Array(head.functions.functions.length);
  const [baseSiblings, headSiblings] = [siblings(base.functions), siblings(head.functions)];
  const files = matchFiles(base.functions.functions, head.functions.functions);

  pairBy(
    ({ family, canonicalFile }) => `${canonicalFile.length} ${canonicalFile}${family}`,
    ({ family, canonicalFile }) => {
      const file = files.get(canonicalFile) ?? canonicalFile;
      return `${file.length} ${file}${family}`;
    },
  );
  const byFamily = ({ family }: Sibling) => (isQualified(family) ? family : undefined);
  pairBy(byFamily, byFamily, (members) => new Set(members.map(({ canonicalFile }) => canonicalFile)).size === 1);
  const byVersionFreeName = ({ family }: Sibling) => (isQualified(family) ? versionFreeName(family) : undefined);
  pairBy(byVersionFreeName, byVersionFreeName, (members) => new Set(members.map(({ family }) => family)).size === 1);
  const renamed = pairPackages({ all: baseSiblings, left: leftOfBase() }, { all: headSiblings, left: leftOfHead() });
  for (const [from, to] of renamed) partner[from.index] = to.index;
  return partner;

  function leftOfBase(): Sibling[] {
    return baseSiblings.filter(({ index }) => partner[index] === -1);
  }

  function leftOfHead(): Sibling[] {
    return headSiblings.filter(({ index }) => isTaken[index] === 0);
  }

  function pairBy(
    headKey: (sibling: Sibling) => string | undefined,
    baseKey: (sibling: Sibling) => string | undefined,
    isClear: (members: readonly Sibling[]) => boolean = () => true,
  ): void {
    const baseGroups = groupBy(leftOfBase(), baseKey);
    const headGroups = groupBy(leftOfHead(), headKey);
    const families = [...baseGroups].flatMap(([key, members]) => {
      const others = key === undefined ? undefined : headGroups.get(key);
      return others && isClear(members) && isClear(others) ? [{ base: members, head: others }] : [];
    });
    const unclear = families.filter((family) => !isPlainFamily(family.base, family.head));
    const [baseContents, headContents] = [
      functionContents(base.profiles, base.functions, indices(unclear.flatMap((family) => family.base))),
      functionContents(head.profiles, head.functions, indices(unclear.flatMap((family) => family.head))),
    ];
    for (const family of families) {
      const pairs = pairSiblings(
        family.base,
        family.head,
        ({ index }) => baseContents.get(index),
        ({ index }) => headContents.get(index),
      );
      for (const [from, to] of pairs) {
        partner[from] = to;
        isTaken[to] = 1;
      }
    }
  }
}

function siblings({ functions }: SideFunctions): Sibling[] {
  return functions.map((each, index) => ({ ...each, index }));
}

function indices(members: readonly Sibling[]): Set<number> {
  return new Set(members.map(({ index }) => index));
}

/** Whether the name says where it belongs, so that it means the same in every file: `encoding/json.Valid`, not `get`. */
function isQualified(name: string): boolean {
  return /[^<(.:$/#][.:/$]+[^.:/$]/.test(name);
}
