import type { Comparison, FunctionThresholds, NamedFunction } from '@flamestep/diff';
import type { Config, IgnoreEntry, Scope, ThresholdEntry } from './config.ts';
import { matchesFile } from './file-pattern.ts';
import { matchesName } from './name-pattern.ts';

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
  const inForce = ignores.filter(({ until }) => until >= today);
  return {
    path,
    thresholds,
    thresholdsLine,
    thresholdsOf: (named) => thresholdsOf(functions, named),
    acknowledge: (finding, sampleType) => inForce.find((entry) => isOfType(entry, sampleType) && isMeant(entry, finding)),
    notesOn: (comparison) => ignores.flatMap((entry) => noteOn(entry, comparison, { path, today })),
  };
}

function thresholdsOf(entries: readonly ThresholdEntry[], { base, head }: NamedFunction): FunctionThresholds | undefined {
  const meant = entries.filter((entry) => [base, head].some((side) => side !== undefined && isMeant(entry, side)));
  if (meant.length === 0) return undefined;
  return {
    relative: meant.findLast(({ relative }) => relative !== undefined)?.relative,
    share: meant.findLast(({ share }) => share !== undefined)?.share,
  };
}

function noteOn(entry: IgnoreEntry, { profiles }: Comparison, { path, today }: { path: string; today: string }): string[] {
  const { line, until } = entry;
  const what = `The ignore of ${entry.function ?? entry.file} (${path}, line ${line})`;
  if (until < today) return [`${what} expired on ${until} and is not applied: remove it, or accept it until a later day.`];
  const isThere = profiles.some(
    ({ sampleType, functions }) => isOfType(entry, sampleType) && functions.some((one) => isMeant(entry, one)),
  );
  return isThere ? [] : [`${what} stands for no function that was compared here.`];
}

function isOfType(entry: IgnoreEntry, { type }: { readonly type: string }): boolean {
  return entry.sampleType === undefined || entry.sampleType === type;
}

function isMeant(scope: Scope, { name, file }: { readonly name: string; readonly file: string }): boolean {
  if (scope.function !== undefined && !matchesName(scope.function, name)) return false;
  return scope.file === undefined || matchesFile(scope.file, file);
}
