import { BASIS_STRENGTH } from '../evidence/basis-strength.ts';
import type { EvidenceKind } from '../evidence/evidence-kind.ts';
import type { Measure } from '../model/condition.ts';
import type { Service } from '../service/service.ts';
import { type Credit, type Judgement, type MeasureResult, UNKNOWN_CREDIT } from './judgement.ts';
import type { Reading } from './reading.ts';
import { resolveLimit } from './resolve-limit.ts';

type Judged = Judgement & Pick<MeasureResult, 'value' | 'rests'>;

const NONE: Judged = { state: 'unknown', credit: UNKNOWN_CREDIT, belowFloor: false, stale: false, reason: 'unbound' };

/** Compares one field with its limit. Of several sources the kind says whether the best or the worst decides. */
export function evaluateMeasure(
  measure: Measure,
  kind: EvidenceKind,
  readings: readonly Reading[],
  service: Service,
): { judgement: Judgement; result: MeasureResult } {
  const comparison = measure.is === undefined ? (measure.atLeast === undefined ? 'at-most' : 'at-least') : 'is';
  const limit =
    comparison === 'is'
      ? (measure.is as boolean)
      : resolveLimit((measure.atLeast ?? measure.atMost) as number, comparison, service);
  const unit = kind.fields[measure.field].unit;

  let decided = readings.length === 0 ? NONE : judge(readings[0]);
  for (let i = 1; i < readings.length; i++) {
    const other = judge(readings[i]);
    if (decidesOver(other, decided)) decided = other;
  }
  const { state, reason, value, rests } = decided;
  const result: MeasureResult = { evidence: measure.evidence, field: measure.field, unit, comparison, limit, state };
  return {
    judgement: decided,
    result: Object.assign(
      result,
      value !== undefined && { value },
      reason !== undefined && { reason },
      rests !== undefined && { rests },
    ),
  };

  function judge({ evidence, unusable, stale }: Reading): Judged {
    const unknown = { ...NONE, stale, rests: evidence.id };
    if (unusable !== undefined || evidence.values === undefined) return { ...unknown, reason: unusable };
    const value = Object.hasOwn(evidence.values, measure.field) ? evidence.values[measure.field] : undefined;
    if (typeof value !== typeof limit || value === undefined || Number.isNaN(value)) return { ...unknown, reason: 'no-data' };
    if (measure.minSamples !== undefined && !(evidence.samples !== undefined && evidence.samples >= measure.minSamples))
      return { ...unknown, value: value as number, reason: 'low-n' };
    const belowFloor = BASIS_STRENGTH[evidence.basis] < BASIS_STRENGTH[kind.floor];
    const credit = compare(value as number, limit as number, comparison, unit === 'ratio');
    const met = credit.low === 1;
    return {
      state: met ? 'met' : 'missed',
      credit: met && belowFloor ? HALF_TO_WHOLE : credit,
      belowFloor: met && belowFloor,
      stale,
      reason: undefined,
      value: value as number,
      rests: evidence.id,
    };
  }

  function decidesOver(a: Judged, b: Judged): boolean {
    const difference = rank(a) - rank(b);
    if (difference !== 0) return difference > 0;
    // Equal answers: the fresh one is shown, and otherwise the choice must not depend on the order.
    return a.stale === b.stale ? a.rests! < b.rests! : b.stale;
  }

  /** Which of two sources decides: a sure answer over an unknown one when it settles the matter, then the better or the worse credit. */
  function rank({ state, credit }: Judged): number {
    const settles = kind.combine === 'best' ? 'met' : 'missed';
    const first = state === settles ? 4 : state === 'unknown' ? 2 : 0;
    return first + (kind.combine === 'best' ? credit.low : 1 - credit.high);
  }
}

const HALF_TO_WHOLE: Credit = { low: 0.5, high: 1 };
const WHOLE: Credit = { low: 1, high: 1 };
const NOTHING: Credit = { low: 0, high: 0 };

/** A share that falls short earns its part of the way; everything else is met or not. */
function compare(value: number, limit: number, comparison: MeasureResult['comparison'], isShare: boolean): Credit {
  if (comparison === 'is') return value === limit ? WHOLE : NOTHING;
  if (comparison === 'at-most') return value <= limit ? WHOLE : NOTHING;
  if (value >= limit) return WHOLE;
  const part = isShare && value > 0 ? value / limit : 0;
  return { low: part, high: part };
}
