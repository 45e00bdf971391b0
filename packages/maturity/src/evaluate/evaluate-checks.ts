import type { Check, Prerequisite } from '../model/model.ts';
import { inOrder } from '../model/in-order.ts';
import { parseTime } from '../time.ts';
import { applicability } from './applicability.ts';
import { type EvaluationContext, evaluateCondition } from './evaluate-condition.ts';
import type { Finding, Outcome } from './finding.ts';
import { type Credit, type Judgement, type MeasureResult, NO_CREDIT, type State } from './judgement.ts';

export interface CheckContext extends EvaluationContext {
  readonly now: number;
  /** Check id → end of the exemption that holds. */
  readonly exempt: ReadonlyMap<string, string>;
  /** Check id → what it is taken to be, for a simulation. */
  readonly assumed: ReadonlyMap<string, State>;
}

/** A finding, and how the check stands for those that require it: what only a declaration says may yet prove true. */
interface Judged {
  readonly finding: Finding;
  readonly standing: State;
}

const NO_MEASURES: readonly MeasureResult[] = [];

/** The finding of every check, in the order of the model. */
export function evaluateChecks(context: CheckContext): readonly Finding[] {
  const judged = new Map<string, Judged>();
  for (const check of inOrder(context.model)) {
    judged.set(check.id, evaluateCheck(check, context, prerequisiteState(check.requires, judged)));
  }
  return context.model.checks.map(({ id }) => judged.get(id)!.finding);
}

function evaluateCheck(check: Check, context: CheckContext, prerequisites: State): Judged {
  const asked = applicability(check, context.service);
  const isPreview =
    check.lifecycle === 'preview' || (check.enforceFrom !== undefined && !(context.now >= parseTime(check.enforceFrom)));
  if ('rule' in asked) {
    const finding = settled(check, 'not-applicable', isPreview, false, NO_MEASURES);
    return { finding: { ...finding, rule: asked.rule }, standing: 'met' };
  }

  const gating = asked.criterion.gating && !isPreview;
  const measures: MeasureResult[] = [];
  const assumed = context.assumed.get(check.id);
  const judgement = assumed === undefined ? evaluateCondition(asked.criterion.pass, context, measures) : assume(assumed);
  const until = context.exempt.get(check.id);
  if (until !== undefined && judgement.state !== 'met') {
    return { finding: { ...settled(check, 'exempt', isPreview, gating, measures), until }, standing: 'met' };
  }

  const { state, credit, belowFloor, stale, reason } = judgement;
  const satisfied = state === 'met' && prerequisites === 'met' && (!belowFloor || check.step === 0);
  const premature = prerequisites !== 'met' && credit.low > 0;
  const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = {
    check: check.id,
    step: check.step,
    weight: isPreview ? 0 : check.weight,
    gating,
    outcome: outcomeOf(judgement),
    satisfied,
    credit: counted(credit, prerequisites),
    stale,
    declaredOnly: belowFloor,
    premature,
    measures,
  };
  const isMissed = state === 'missed' || prerequisites === 'missed';
  if (reason !== undefined) finding.reason = reason;
  if (premature) finding.banked = credit.low;
  return {
    finding,
    standing: satisfied ? 'met' : isMissed ? 'missed' : 'unknown',
  };
}

function settled(
  check: Check,
  outcome: Outcome,
  isPreview: boolean,
  gating: boolean,
  measures: readonly MeasureResult[],
): Finding {
  const { id, step, weight } = check;
  const flags = { stale: false, declaredOnly: false, premature: false };
  return {
    check: id,
    step,
    weight: isPreview ? 0 : weight,
    gating,
    outcome,
    satisfied: true,
    credit: NO_CREDIT,
    ...flags,
    measures,
  };
}

function assume(state: State): Judgement {
  const credit = { low: state === 'met' ? 1 : 0, high: state === 'missed' ? 0 : 1 };
  return { state, credit, belowFloor: false, stale: false, reason: state === 'unknown' ? 'unbound' : undefined };
}

function outcomeOf({ state, credit }: Judgement): Outcome {
  if (state === 'met') return 'pass';
  if (state === 'unknown') return 'unknown';
  return credit.low > 0 ? 'partial' : 'fail';
}

/** Credit of a practice whose prerequisite is missing is banked; where that is only unknown, it may yet count. */
function counted(credit: Credit, prerequisites: State): Credit {
  if (prerequisites === 'met') return credit;
  return prerequisites === 'missed' ? NO_CREDIT : { low: 0, high: credit.high };
}

function prerequisiteState(requires: readonly Prerequisite[], judged: ReadonlyMap<string, Judged>): State {
  let result: State = 'met';
  for (const prerequisite of requires) {
    // An id that the model does not have cannot be met; the reader of models refuses it.
    const stands = (id: string): State => judged.get(id)?.standing ?? 'missed';
    const states = typeof prerequisite === 'string' ? [stands(prerequisite)] : prerequisite.anyOf.map(stands);
    if (states.includes('met')) continue;
    if (!states.includes('unknown')) return 'missed';
    result = 'unknown';
  }
  return result;
}
