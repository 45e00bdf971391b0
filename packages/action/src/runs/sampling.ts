import type { ValueType } from '@flamestep/pprof';
import type { MeasuredRun } from './measured-run.ts';

/**
 * How a side was sampled: what must be the same for times of two jobs to be comparable, beside the machine. Plain JSON; stored with a
 * baseline.
 */
export interface Sampling {
  readonly sampleTypes: readonly ValueType[];
  /** Of the first run, in the unit of {@link periodType}; 0 where profiles do not say. */
  readonly period: number;
  readonly periodType: ValueType;
}

/** Where the period is measured rather than set, as V8's is, it scatters by some percent. */
const PERIOD_TOLERANCE = 0.2;

/** How runs of one side, at least one, were sampled. */
export function samplingOf([first]: readonly MeasuredRun[]): Sampling {
  const { sampleTypes, period, periodType } = first.profile;
  return { sampleTypes, period, periodType };
}

/** Why times sampled in two ways cannot be compared, in a sentence that a report can show; undefined where they can. */
export function describeSamplingChange(base: Sampling, head: Sampling): string | undefined {
  const types = ({ sampleTypes }: Sampling) => sampleTypes.map(({ type, unit }) => `${type}/${unit}`).join(', ') || 'nothing';
  if (types(base) !== types(head)) return `Base measured ${types(base)}, head ${types(head)}.`;
  const isSameType = base.periodType.type === head.periodType.type && base.periodType.unit === head.periodType.unit;
  const isSamePeriod = Math.abs(base.period - head.period) <= PERIOD_TOLERANCE * Math.min(base.period, head.period);
  if (isSameType && isSamePeriod) return undefined;
  const period = ({ period, periodType: { type, unit } }: Sampling) =>
    period === 0 ? 'at an unknown rate' : `every ${period} ${unit || 'units'}${type === '' ? '' : ` of ${type}`}`;
  return `Base was sampled ${period(base)}, head ${period(head)}.`;
}
