import type { Assessment } from '../assessment.ts';
import type { Finding, Outcome } from '../evaluate/finding.ts';

/**
 * Why something changed:
 * - `kind`: the service is of another kind, tier or lifecycle
 * - `model`: another model, or another version of it
 * - `exemption`: one began or ended
 * - `staleness`: evidence got too old, or was renewed
 * - `binding`: a source was bound, cut off, or failed
 * - `evidence`: the world is different
 * - `time`: nothing but time passed: a gate was open, or shut, for long enough
 */
export type ChangeCause = 'kind' | 'model' | 'exemption' | 'staleness' | 'binding' | 'evidence' | 'time';

/** A check that came out differently. */
export interface CheckChange {
  readonly check: string;
  /** Undefined when the model before did not have it. */
  readonly from?: Outcome;
  /** Undefined when the model after does not have it. */
  readonly to?: Outcome;
  readonly cause: ChangeCause;
}

/** A service that went to another step. */
export interface StepChange {
  /** Number of the step before. */
  readonly from: number;
  /** Number of the step after. */
  readonly to: number;
  /** What decided it. */
  readonly cause: ChangeCause;
  /** The changes of checks behind it; empty when the cause is `time`, `kind` or `model` alone. */
  readonly checks: readonly CheckChange[];
}

/** What is different between two assessments of a service, and why. */
export interface AssessmentChange {
  /** Undefined when the step is the same. */
  readonly step?: StepChange;
  readonly checks: readonly CheckChange[];
  /** False when the models or the kinds differ: a chart breaks here. */
  readonly comparable: boolean;
}

/** Where several causes meet, the one that explains most is named. */
const PRECEDENCE: readonly ChangeCause[] = ['kind', 'model', 'exemption', 'binding', 'staleness', 'evidence', 'time'];
const BINDING = ['unbound', 'unauthorised', 'source-error'];

/** What changed from one assessment of a service to a later one, and why. */
export function compareAssessments(before: Assessment, after: Assessment): AssessmentChange {
  const whole = wholeCause(before, after);
  const old = new Map(before.findings.map((finding) => [finding.check, finding]));
  const young = new Map(after.findings.map((finding) => [finding.check, finding]));
  const ids = new Set([...old.keys(), ...young.keys()]);
  const checks = [...ids].flatMap((id): CheckChange[] => {
    const change = compareFindings(id, old.get(id), young.get(id));
    return change === undefined ? [] : [whole === undefined ? change : { ...change, cause: whole }];
  });
  const comparable = whole === undefined;
  if (before.step === after.step) return { checks, comparable };

  const [lower, upper] = [Math.min(before.step, after.step), Math.max(before.step, after.step)];
  const deciding = checks.filter(({ check }) => {
    const step = (young.get(check) ?? old.get(check))!.step;
    return step >= lower && step < upper;
  });
  const moved = gatesMoved(before, after, lower, upper);
  const cause =
    whole ?? (moved ? PRECEDENCE.find((cause) => deciding.some((change) => change.cause === cause)) : undefined) ?? 'time';
  return { step: { from: before.step, to: after.step, cause, checks: cause === 'time' ? [] : deciding }, checks, comparable };
}

function wholeCause(before: Assessment, after: Assessment): ChangeCause | undefined {
  const [a, b] = [before.service, after.service];
  if (a.kind !== b.kind || a.tier !== b.tier || a.lifecycle !== b.lifecycle) return 'kind';
  return before.model.id !== after.model.id || before.model.digest !== after.model.digest ? 'model' : undefined;
}

/** Whether a gate between the steps opened or shut; otherwise it was so before, and only time passed. */
function gatesMoved(before: Assessment, after: Assessment, lower: number, upper: number): boolean {
  return after.steps.slice(lower, upper).some(({ gate }, index) => gate.open !== before.steps[lower + index]?.gate.open);
}

function compareFindings(check: string, before: Finding | undefined, after: Finding | undefined): CheckChange | undefined {
  if (before === undefined || after === undefined) {
    return { check, ...(before && { from: before.outcome }), ...(after && { to: after.outcome }), cause: 'model' };
  }
  const isSame =
    before.outcome === after.outcome &&
    before.satisfied === after.satisfied &&
    before.credit.low === after.credit.low &&
    before.reason === after.reason;
  return isSame ? undefined : { check, from: before.outcome, to: after.outcome, cause: findingCause(before, after) };
}

function findingCause(before: Finding, after: Finding): ChangeCause {
  if ((before.outcome === 'exempt') !== (after.outcome === 'exempt')) return 'exemption';
  const reasons = [before.reason, after.reason];
  // Without a change of the model itself, a preview that became binding did so by its date.
  if (before.weight !== after.weight || before.gating !== after.gating) return 'model';
  if (reasons.some((reason) => reason !== undefined && BINDING.includes(reason))) return 'binding';
  return reasons.includes('stale') ? 'staleness' : 'evidence';
}
