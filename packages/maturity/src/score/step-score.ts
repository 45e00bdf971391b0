import type { Finding } from '../evaluate/finding.ts';
import type { Credit } from '../evaluate/judgement.ts';
import type { Model, Step } from '../model/model.ts';

/** Why a gate is shut. */
export type GateBlocker =
  | { readonly kind: 'check'; readonly check: string }
  | { readonly kind: 'score'; readonly low: number; readonly threshold: number }
  | { readonly kind: 'too-few-checks'; readonly applicable: number; readonly least: number }
  | { readonly kind: 'exemptions'; readonly share: number; readonly most: number };

/** How much of a step is reached. */
export interface StepScore {
  /** Its number. */
  readonly step: number;
  /** What is surely earned of the step, and what could be: 0 to 1. */
  readonly score: Credit;
  /** Weight of what was observed, of all that applies. */
  readonly confidence: number;
  readonly gate: {
    readonly open: boolean;
    readonly threshold: number;
    /** Empty when it is open. */
    readonly blockers: readonly GateBlocker[];
    /** ISO 8601: since when it has been as it is, as far as evaluations saw. */
    readonly since: string;
    /** Evaluations in a row that found it so. */
    readonly evaluations: number;
  };
}

/** Weights of the findings of a step. */
export interface StepWeights {
  readonly applicable: number;
  readonly observed: number;
  readonly exempt: number;
  readonly low: number;
  readonly high: number;
  readonly checks: number;
}

/** Adds up the findings of one step. Unknown stays in the denominator; exempt and not applicable do not. */
export function weighStep(findings: readonly Finding[], step: number): StepWeights {
  let applicable = 0;
  let observed = 0;
  let exempt = 0;
  let low = 0;
  let high = 0;
  let checks = 0;
  for (const { step: own, outcome, weight, credit, declaredOnly } of findings) {
    if (own !== step || outcome === 'not-applicable' || weight === 0) continue;
    checks++;
    if (outcome === 'exempt') {
      exempt += weight;
      continue;
    }
    applicable += weight;
    if (outcome !== 'unknown' && !declaredOnly) observed += weight;
    low += weight * credit.low;
    high += weight * credit.high;
  }
  return { applicable, observed, exempt, low, high, checks };
}

/** What keeps the gate of a step shut; nothing when it is open. */
export function gateBlockers(
  model: Model,
  { id, gateThreshold, minApplicable }: Step,
  findings: readonly Finding[],
  { applicable, exempt, low, checks }: StepWeights,
): readonly GateBlocker[] {
  const blockers: GateBlocker[] = [];
  for (const { check, step, gating, satisfied } of findings) {
    if (step === id && gating && !satisfied) blockers.push({ kind: 'check', check });
  }
  const score = scoreOf(low, applicable);
  // Sums of weights in another order may differ in the last bit.
  if (score < gateThreshold - 1e-9) blockers.push({ kind: 'score', low: score, threshold: gateThreshold });
  if (checks < minApplicable) blockers.push({ kind: 'too-few-checks', applicable: checks, least: minApplicable });
  const share = exempt / (applicable + exempt || 1);
  if (share > model.exemptionCap + 1e-9) blockers.push({ kind: 'exemptions', share, most: model.exemptionCap });
  return blockers;
}

/** A share of the weight that applies; nothing of nothing is 0. */
export function scoreOf(earned: number, applicable: number): number {
  return applicable === 0 ? 0 : earned / applicable;
}
