import type { Report } from '@flamestep/backstage-plugin-flamestep-common';

type Profile = Report['profiles'][number];

/** A row of the table. */
export type FunctionRow = Profile['functions'][number] &
  Partial<Pick<Profile['findings'][number], 'hotLine' | 'touched' | 'moved'>> &
  Partial<Pick<NonNullable<Profile['acknowledged']>[number], 'acknowledged'>>;

/** The functions of a profile, by what can be said of them; the greatest change first. */
export interface FunctionGroups {
  readonly found: readonly FunctionRow[];
  /** Slower, and accepted. */
  readonly acknowledged: readonly FunctionRow[];
  readonly noisy: readonly FunctionRow[];
  readonly unchanged: readonly FunctionRow[];
}

/** Puts findings (or, with one run a side, what looks different) before what is too noisy to judge and what did not change. */
export function splitFunctions({ findings, indications, functions, acknowledged = [] }: Profile): FunctionGroups {
  const found: readonly FunctionRow[] = [...findings, ...indications];
  const names = new Set([...found, ...acknowledged].map(rowKey));
  const others = functions
    .filter((row) => !names.has(rowKey(row)))
    .sort((a, b) => Math.abs(b.share.change) - Math.abs(a.share.change));
  const isUnchanged = ({ verdict }: FunctionRow) => verdict.endsWith('unchanged');
  return { found, acknowledged, noisy: others.filter((row) => !isUnchanged(row)), unchanged: others.filter(isUnchanged) };
}

/** Tells rows apart. */
export function rowKey({ name, file }: Pick<FunctionRow, 'name' | 'file'>): string {
  return `${name}\n${file}`;
}
