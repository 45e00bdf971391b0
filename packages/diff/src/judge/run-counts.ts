import type { MeasuredRun } from '../measure/measured-run.ts';

/** The runs of both sides as numbers of samples, which is what can be tested. */
export interface RunCounts {
  /** Base's runs, then head's. */
  readonly runs: readonly Float64Array[];
  /** The first of head's. */
  readonly headFrom: number;
  /** Number of entities. */
  readonly length: number;
  /** Cost of one count, by entity; 0 for an entity without cost. */
  readonly scale: Float64Array;
  /** By entity, all runs of a side. */
  readonly base: Float64Array;
  readonly head: Float64Array;
  /** By run. */
  readonly wholes: Float64Array;
}

/**
 * Turns costs into counts that have the sampling noise of counts: samples of unequal weight count as fewer. A function's counts have one
 * scale in all runs, so that counts are to each other as costs are.
 */
export function runCounts(measured: readonly MeasuredRun[], headFrom: number): RunCounts {
  const length = measured[0].self.length;
  const scale = new Float64Array(length);
  for (let entity = 0; entity < length; entity++) {
    let cost = 0;
    let variance = 0;
    for (const run of measured) {
      cost += run.self[entity];
      variance += run.variance[entity];
    }
    scale[entity] = cost === 0 ? 0 : variance / cost;
  }
  const runs = measured.map(({ self }) => self.map((cost, entity) => (cost === 0 ? 0 : cost / scale[entity])));
  const sum = (side: readonly Float64Array[]) =>
    Float64Array.from(scale, (_, entity) => side.reduce((counts, run) => counts + run[entity], 0));
  return {
    runs,
    headFrom,
    length,
    scale,
    base: sum(runs.slice(0, headFrom)),
    head: sum(runs.slice(headFrom)),
    wholes: Float64Array.from(runs, (run) => run.reduce((counts, count) => counts + count, 0)),
  };
}
