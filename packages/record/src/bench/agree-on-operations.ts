/** A run: what its profile is called, and how many operations it did, where that is known. */
export interface CountedRun {
  readonly source: string;
  /** Undefined where it is not known. */
  readonly operations: number | undefined;
}

/** What the bench output beside the profiles says. */
export interface AgreedOperations {
  /** Of each run, in the order of the runs. Absent unless it is known for every run. */
  readonly operations: { readonly base: readonly number[]; readonly head: readonly number[] } | undefined;
  /** Why the operations are not known, where some are. */
  readonly note: string | undefined;
}

/** Whether costs can be divided by operations: only where those of every run are known. */
export function agreeOnOperations(base: readonly CountedRun[], head: readonly CountedRun[]): AgreedOperations {
  const all = [...base, ...head];
  const missing = all.find(({ operations }) => operations === undefined);
  if (missing === undefined) return { operations: { base: base.flatMap(known), head: head.flatMap(known) }, note: undefined };
  const isPartial = all.some(({ operations }) => operations !== undefined);
  return {
    operations: undefined,
    note: isPartial
      ? `Costs are not per operation: there is no usable bench output beside ${missing.source}, though there is beside other runs.`
      : undefined,
  };
}

function known({ operations }: CountedRun): number | [] {
  return operations ?? [];
}
