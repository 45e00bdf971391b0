import type { UnknownReason } from '../evidence/evidence.ts';
import type { Condition } from '../model/condition.ts';
import type { Model } from '../model/model.ts';
import type { Service } from '../service/service.ts';
import { evaluateMeasure } from './evaluate-measure.ts';
import { DECLARED_CREDIT, type Judgement, type MeasureResult, UNKNOWN_CREDIT, WHOLE_CREDIT } from './judgement.ts';
import type { Reading } from './reading.ts';

/** What people can mend soonest comes first. */
const REASONS: readonly UnknownReason[] = [
  'unauthorised',
  'source-error',
  'unbound',
  'stale',
  'insufficient-history',
  'resolution',
  'no-data',
  'low-n',
];

const NOT_READ: readonly Reading[] = [];

export interface EvaluationContext {
  readonly model: Model;
  readonly service: Service;
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
}

/** Judges a condition, three-valued: what is unknown is met only if it does not matter. Each comparison is appended to `results`. */
export function evaluateCondition(condition: Condition, context: EvaluationContext, results: MeasureResult[]): Judgement {
  if (!('least' in condition)) {
    const { model, readings, service } = context;
    const read = readings.get(condition.evidence) ?? NOT_READ;
    const result = evaluateMeasure(condition, model.evidence[condition.evidence], read, service);
    results.push(result);
    return result;
  }
  return combine(
    condition.least,
    condition.of.map((part) => evaluateCondition(part, context, results)),
  );
}

/** At least `least` of the parts. */
export function combine(least: number, parts: readonly Judgement[]): Judgement {
  let met = 0;
  let firm = 0;
  let fresh = 0;
  let unknown = 0;
  let stale = false;
  let reason: UnknownReason | undefined;
  for (const part of parts) {
    stale ||= part.stale;
    if (part.state === 'met') {
      met++;
      if (!part.belowFloor) firm++;
      if (!part.stale) fresh++;
    } else if (part.state === 'unknown') {
      unknown++;
      if (reason === undefined || REASONS.indexOf(part.reason!) < REASONS.indexOf(reason)) reason = part.reason;
    }
  }
  if (met >= least) {
    const belowFloor = firm < least;
    const credit = belowFloor ? DECLARED_CREDIT : WHOLE_CREDIT;
    return { state: 'met', credit, belowFloor, stale: fresh < least, reason: undefined };
  }
  if (met + unknown >= least) return { state: 'unknown', credit: UNKNOWN_CREDIT, belowFloor: false, stale, reason };
  const low =
    sumOfLargest(
      parts.map(({ credit }) => credit.low),
      least,
    ) / least;
  const high =
    sumOfLargest(
      parts.map(({ credit }) => credit.high),
      least,
    ) / least;
  return { state: 'missed', credit: { low, high }, belowFloor: false, stale, reason: undefined };
}

function sumOfLargest(values: number[], count: number): number {
  return values
    .sort((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, value) => sum + value, 0);
}
