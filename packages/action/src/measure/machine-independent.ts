import type { MeasuredRun } from '../runs/measured-run.ts';

/** Go's names, and those of V8's heap profiles. Numbers of instructions depend on the processor, waits on its speed. */
const ALLOCATIONS = /^(?:(?:alloc|inuse)_)?(?:objects|space)$/;

/** Sample types of the runs that come out the same on every machine: what is allocated. `wanted` limits them, unless it is empty. */
export function machineIndependent(runs: readonly MeasuredRun[], wanted: readonly string[]): readonly string[] {
  const types = new Set(runs.flatMap(({ profile }) => profile.sampleTypes.map(({ type }) => type)));
  return [...types].filter((type) => ALLOCATIONS.test(type) && (wanted.length === 0 || wanted.includes(type)));
}
