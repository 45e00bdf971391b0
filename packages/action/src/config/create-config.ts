import type { Comparison } from '@flamestep/diff';
import type { Config, IgnoreEntry, ThresholdEntry } from './config.ts';
import { type EntriesOf, indexScopes } from './scope.ts';

/** The entries of a file. */
export interface ConfigEntries extends Pick<Config, 'path' | 'thresholds' | 'thresholdsLine'> {
  /** Of two that stand for a function the later counts, threshold by threshold. */
  readonly functions: readonly ThresholdEntry[];
  readonly ignores: readonly IgnoreEntry[];
  /** `2026-12-31`, in UTC. */
  readonly today: string;
}

/** What a file's entries mean for functions. */
export function createConfig({ path, thresholds, thresholdsLine, functions, ignores, today }: ConfigEntries): Config {
  const thresholdsFor = indexScopes(functions);
  const ignoresFor = indexScopes(ignores);
  return {
    path,
    thresholds,
    thresholdsLine,
    thresholdsOf(named) {
      const meant = thresholdsFor(named);
      if (meant.length === 0) return undefined;
      return {
        relative: meant.findLast(({ relative }) => relative !== undefined)?.relative,
        share: meant.findLast(({ share }) => share !== undefined)?.share,
      };
    },
    acknowledge(finding, sampleType) {
      const entry = ignoresFor({ head: finding }).find((one) => one.until >= today && isOfType(one, sampleType));
      return entry === undefined ? undefined : { reason: entry.reason, until: entry.until };
    },
    notesOn(comparison) {
      const there = entriesThere(ignoresFor, comparison);
      return ignores.flatMap((entry) => {
        const { line, until } = entry;
        const what = `The ignore of ${entry.function ?? entry.file} (${path}, line ${line})`;
        if (until < today) return [`${what} expired on ${until} and is not applied: remove it, or accept it until a later day.`];
        return there.has(entry) ? [] : [`${what} stands for no function that was compared here.`];
      });
    },
  };
}

/** The entries that stand for a function that was compared; where an entry's sample type was not, any other does. */
function entriesThere(entriesOf: EntriesOf<IgnoreEntry>, { profiles }: Comparison): ReadonlySet<IgnoreEntry> {
  const isCompared = (entry: IgnoreEntry) => profiles.some(({ sampleType }) => isOfType(entry, sampleType));
  return new Set(
    profiles.flatMap(({ sampleType, functions }) =>
      functions.flatMap((head) => entriesOf({ head })).filter((entry) => isOfType(entry, sampleType) || !isCompared(entry)),
    ),
  );
}

function isOfType(entry: IgnoreEntry, { type }: { readonly type: string }): boolean {
  return entry.sampleType === undefined || entry.sampleType === type;
}
