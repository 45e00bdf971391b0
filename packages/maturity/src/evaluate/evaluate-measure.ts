import { BASIS_STRENGTH } from '../evidence/basis-strength.ts';
import type { Basis, UnknownReason } from '../evidence/evidence.ts';
import type { Combine, EvidenceKind, FieldUnit } from '../evidence/evidence-kind.ts';
import type { Measure } from '../model/condition.ts';
import type { Service } from '../service/service.ts';
import { type Credit, DECLARED_CREDIT, type MeasureResult, NO_CREDIT, UNKNOWN_CREDIT, WHOLE_CREDIT } from './judgement.ts';
import type { Reading } from './reading.ts';
import { resolveLimit } from './resolve-limit.ts';

/** One comparison as it stands for a service. */
interface Asked {
  readonly measure: Measure;
  readonly unit: FieldUnit;
  readonly comparison: MeasureResult['comparison'];
  readonly limit: number | boolean;
  readonly floor: Basis;
  readonly combine: Combine;
  readonly sources: readonly string[];
}

/**
 * Compares one field with its limit. Of several sources the kind or the field says whether the best or the worst decides; those that
 * do not speak of the field have no say, unless none does who could.
 */
export function evaluateMeasure(measure: Measure, kind: EvidenceKind, all: readonly Reading[], service: Service): MeasureResult {
  const { unit, combine = kind.combine, sources = kind.sources } = kind.fields[measure.field];
  const comparison = measure.is === undefined ? (measure.atLeast === undefined ? 'at-most' : 'at-least') : 'is';
  // Exactly one of the three is given.
  const limit = comparison === 'is' ? measure.is! : resolveLimit((measure.atLeast ?? measure.atMost)!, comparison, service);
  const asked = { measure, unit, comparison, limit, floor: kind.floor, combine, sources } as const;
  // Where nobody who was asked could know it, another source would have to be connected.
  return (
    decide(all, asked, speaksOf) ?? decide(all, asked, couldSpeakOf) ?? unknown(asked, 'unbound', undefined, false, undefined)
  );
}

/** The result of those that are heard; undefined when none is. */
function decide(
  all: readonly Reading[],
  asked: Asked,
  isHeard: (reading: Reading, asked: Asked) => boolean,
): MeasureResult | undefined {
  let decided: MeasureResult | undefined;
  for (const reading of all) {
    if (!isHeard(reading, asked)) continue;
    const other = judge(reading, asked);
    if (decided === undefined || decidesOver(other, decided, asked.combine)) decided = other;
  }
  return decided;
}

function speaksOf({ evidence: { values } }: Reading, { measure }: Asked): boolean {
  return values === undefined || Object.hasOwn(values, measure.field);
}

function couldSpeakOf({ evidence: { source } }: Reading, { sources }: Asked): boolean {
  return sources.includes(source.type);
}

function judge({ evidence: record, unusable, stale }: Reading, asked: Asked): MeasureResult {
  const { measure, unit, comparison, limit, floor } = asked;
  const { evidence, field, minSamples } = measure;
  if (unusable !== undefined || record.values === undefined) {
    return unknown(asked, unusable ?? 'no-data', record.id, stale, undefined);
  }
  const value = Object.hasOwn(record.values, field) ? record.values[field] : undefined;
  if (value === undefined || value === null || !isComparable(value, limit)) {
    return unknown(asked, 'no-data', record.id, stale, undefined);
  }
  if (minSamples !== undefined && !(record.samples !== undefined && record.samples >= minSamples)) {
    return unknown(asked, 'low-n', record.id, stale, value);
  }
  const earned = compare(value, limit, comparison, unit === 'ratio');
  const isMet = earned === WHOLE_CREDIT;
  const belowFloor = isMet && BASIS_STRENGTH[record.basis] < BASIS_STRENGTH[floor];
  const credit = belowFloor ? DECLARED_CREDIT : earned;
  const state = isMet ? 'met' : 'missed';
  const rests = record.id;
  return { evidence, field, unit, comparison, limit, value, state, credit, belowFloor, stale, reason: undefined, rests };
}

function unknown(
  { measure: { evidence, field }, unit, comparison, limit }: Asked,
  reason: UnknownReason,
  rests: string | undefined,
  stale: boolean,
  value: number | boolean | undefined,
): MeasureResult {
  const credit = UNKNOWN_CREDIT;
  return { evidence, field, unit, comparison, limit, value, state: 'unknown', credit, belowFloor: false, stale, reason, rests };
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
