import type { Change, Sides } from '../comparison.ts';
import type { MeasuredRun } from '../measure/measured-run.ts';
import { studentQuantile } from '../statistics/student-t.ts';
import { expectedDispersion } from './noise-model.ts';
import type { NoiseModel } from './noise-model.ts';
import { rateChange, scaleChange } from './rate-change.ts';
import type { RunCounts } from './run-counts.ts';
import { sidesOf, sumOf } from './sums.ts';
import type { FunctionTests } from './test-functions.ts';

/** What the changes of costs are measured by. */
export interface MeterInput {
  readonly runs: readonly MeasuredRun[];
  readonly counts: RunCounts;
  /** Sums over the runs of a side. */
  readonly exposures: Sides;
  readonly tests: FunctionTests;
  readonly noise: NoiseModel;
  /** Costs have no noise. */
  readonly isExact: boolean;
}

/** Changes with their intervals, in the unit of the sample type. */
export interface ChangeMeter {
  /** Of the own costs of several entities taken together. */
  readonly changeOf: (entities: readonly number[]) => Change;
  /** Of what an entity costs with all it calls. */
  readonly totalChangeOf: (entity: number) => Change;
}

/** Makes the meter of one comparison. */
export function changeMeter({ runs, counts, exposures, tests, noise, isExact }: MeterInput): ChangeMeter {
  const { headFrom } = counts;
  const quantile = studentQuantile(0.05, tests.degreesOfFreedom);
  const wholeScale = sumOf(runs, (run) => run.wholeVariance) / (sumOf(runs, (run) => run.whole) || 1);
  /** Of a cost of which one count costs `scale`. */
  const changeOfCost = (cost: Sides, scale: number, dispersion: number): Change => {
    if (isExact) return exactChange(cost, exposures);
    const counted = { base: cost.base / (scale || 1), head: cost.head / (scale || 1) };
    return scaleChange(rateChange(counted, exposures, { dispersion, quantile }), scale);
  };
  return {
    changeOf(entities) {
      const cost = sidesOf(runs, headFrom, (run) => sumOf(entities, (entity) => run.self[entity]));
      const variance = sumOf(runs, (run) => sumOf(entities, (entity) => run.variance[entity]));
      const count = sumOf(entities, (entity) => counts.base[entity] + counts.head[entity]);
      const own = entities.map((entity) => tests.dispersion[entity]);
      const dispersion = Math.max(...own, expectedDispersion(noise, count / runs.length));
      return changeOfCost(cost, variance / (cost.base + cost.head || 1), dispersion);
    },
    totalChangeOf(entity) {
      const cost = sidesOf(runs, headFrom, (run) => run.total[entity]);
      const count = (cost.base + cost.head) / (wholeScale || 1) / runs.length;
      return changeOfCost(cost, wholeScale, expectedDispersion(noise, count));
    },
  };
}

function exactChange(cost: Sides, exposures: Sides): Change {
  const [base, head] = [cost.base / exposures.base, cost.head / exposures.head];
  return { base, head, change: head - base, low: head - base, high: head - base };
}
