import { BASIS_STRENGTH } from '../evidence/basis-strength.ts';
import type { UnknownReason } from '../evidence/evidence.ts';
import type { Combine, EvidenceKind } from '../evidence/evidence-kind.ts';
import type { Measure } from '../model/condition.ts';
import type { Service } from '../service/service.ts';
import { type Credit, DECLARED_CREDIT, type MeasureResult, NO_CREDIT, UNKNOWN_CREDIT, WHOLE_CREDIT } from './judgement.ts';
import type { Reading } from './reading.ts';
import { resolveLimit } from './resolve-limit.ts';

/**
 * Compares one field with its limit. Of several sources the kind or the field says whether the best or the worst decides; those that
 * do not speak of the field have no say, unless none does who could.
 */
export function evaluateMeasure(measure: Measure, kind: EvidenceKind, all: readonly Reading[], service: Service): MeasureResult {
  const { evidence, field, minSamples } = measure;
  const { unit, combine = kind.combine, sources = kind.sources } = kind.fields[field];
  const comparison = measure.is === undefined ? (measure.atLeast === undefined ? 'at-most' : 'at-least') : 'is';
  // Exactly one of the three is given.
  const limit = comparison === 'is' ? measure.is! : resolveLimit((measure.atLeast ?? measure.atMost)!, comparison, service);
  if (all.length === 0) return unknown('unbound', undefined, false, undefined);
  const speaking = those(all, ({ evidence: { values } }) => values === undefined || Object.hasOwn(values, field));
  const readings = speaking.length > 0 ? speaking : those(all, ({ evidence: { source } }) => sources.includes(source.type));
  // Nobody who was asked could know it: another source would have to be connected.
  if (readings.length === 0) return unknown('unbound', undefined, false, undefined);

  let decided = judge(readings[0]);
  for (let i = 1; i < readings.length; i++) {
    const other = judge(readings[i]);
    if (decidesOver(other, decided, combine)) decided = other;
  }
  return decided;

  function judge({ evidence: record, unusable, stale }: Reading): MeasureResult {
    if (unusable !== undefined || record.values === undefined) return unknown(unusable ?? 'no-data', record.id, stale, undefined);
    const value = Object.hasOwn(record.values, field) ? record.values[field] : undefined;
    if (value === undefined || value === null || !isComparable(value, limit))
      return unknown('no-data', record.id, stale, undefined);
    if (minSamples !== undefined && !(record.samples !== undefined && record.samples >= minSamples))
      return unknown('low-n', record.id, stale, value);
    const earned = compare(value, limit, comparison, unit === 'ratio');
    const isMet = earned === WHOLE_CREDIT;
    const belowFloor = isMet && BASIS_STRENGTH[record.basis] < BASIS_STRENGTH[kind.floor];
    const credit = belowFloor ? DECLARED_CREDIT : earned;
    const state = isMet ? 'met' : 'missed';
    return {
      evidence,
      field,
      unit,
      comparison,
      limit,
      value,
      state,
      credit,
      belowFloor,
      stale,
      reason: undefined,
      rests: record.id,
    };
  }

  function unknown(
    reason: UnknownReason | undefined,
    rests: string | undefined,
    stale: boolean,
    value: number | boolean | undefined,
  ): MeasureResult {
    const credit = UNKNOWN_CREDIT;
    return { evidence, field, unit, comparison, limit, value, state: 'unknown', credit, belowFloor: false, stale, reason, rests };
  }
}

/** As `filter`, without a new list for the usual case: one source, and it is one of those. */
function those(all: readonly Reading[], isOne: (reading: Reading) => boolean): readonly Reading[] {
  return all.length === 1 && isOne(all[0]) ? all : all.filter(isOne);
}

/** A flag with a flag, a finite number with a number: an infinite share is a division by nothing. */
function isComparable(value: number | boolean, limit: number | boolean): boolean {
  return typeof value === typeof limit && (typeof value === 'boolean' || Number.isFinite(value));
}

function decidesOver(a: MeasureResult, b: MeasureResult, combine: Combine): boolean {
  const difference = rank(a, combine) - rank(b, combine);
  if (difference !== 0) return difference > 0;
  // Equal answers: the fresh one is shown, and otherwise the choice must not depend on the order.
  return a.stale === b.stale ? a.rests! < b.rests! : b.stale;
}

/** Which of two sources decides: a sure answer over an unknown one when it settles the matter, then the better or the worse credit. */
function rank({ state, credit }: MeasureResult, combine: Combine): number {
  const isBest = combine === 'best';
  const first = state === (isBest ? 'met' : 'missed') ? 4 : state === 'unknown' ? 2 : 0;
  return first + (isBest ? credit.low : 1 - credit.high);
}

/** A share that falls short earns its part of the way; everything else is met or not. */
function compare(
  value: number | boolean,
  limit: number | boolean,
  comparison: MeasureResult['comparison'],
  isShare: boolean,
): Credit {
  if (comparison === 'is') return value === limit ? WHOLE_CREDIT : NO_CREDIT;
  // The types of value and limit are the same, and a comparison with a flag is `is`.
  const [number, bound] = [value as number, limit as number];
  if (comparison === 'at-most' ? number <= bound : number >= bound) return WHOLE_CREDIT;
  if (comparison === 'at-most' || !isShare || number <= 0) return NO_CREDIT;
  return { low: number / bound, high: number / bound };
}
