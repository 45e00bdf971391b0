import { benchOutputPath, countOperations, parseBenchOutput } from '@flamestep/record';
import type { ComparedSources } from './compared-sources.ts';
import type { Io } from './io.ts';

/** Operations of each run, in the order of the runs. */
export type Operations = Readonly<Record<'base' | 'head', readonly number[]>>;

/** What the bench output beside the profiles says. */
export interface OperationsFound {
  /** Absent unless it is known for every run. */
  readonly operations: Operations | undefined;
  /** Why the operations are not known, where some are. */
  readonly note: string | undefined;
}

/** Looks for bench output beside the profiles, `1.txt` beside `1.pb.gz`, and counts the operations that each run did. */
export function readOperations({ base, head }: ComparedSources, io: Io): OperationsFound {
  const counts = { base: base.map((source) => operationsOf(source, io)), head: head.map((source) => operationsOf(source, io)) };
  const known = { base: counts.base.filter(isKnown), head: counts.head.filter(isKnown) };
  if (known.base.length === base.length && known.head.length === head.length) return { operations: known, note: undefined };
  const missing = [...base, ...head].find((_, index) => !isKnown([...counts.base, ...counts.head][index]));
  const isPartial = known.base.length + known.head.length > 0;
  return {
    operations: undefined,
    note: isPartial
      ? `Costs are not per operation: there is no usable bench output beside ${missing}, though there is beside other runs.`
      : undefined,
  };
}

function operationsOf(source: string, io: Io): number | undefined {
  const path = benchOutputPath(source);
  if (path === source || io.kindOf(path) !== 'file') return undefined;
  try {
    return countOperations(parseBenchOutput(new TextDecoder().decode(io.readFile(path))));
  } catch {
    return undefined; // not ours to read
  }
}

function isKnown(count: number | undefined): count is number {
  return count !== undefined;
}
