import type { Assessment } from './assessment.ts';
import { evaluateChecks } from './evaluate/evaluate-checks.ts';
import { findPremature } from './evaluate/find-premature.ts';
import type { Finding } from './evaluate/finding.ts';
import { judgeExemptions } from './evaluate/judge-exemptions.ts';
import type { State } from './evaluate/judgement.ts';
import type { Reading } from './evaluate/reading.ts';
import { selectReadings } from './evaluate/select-readings.ts';
import type { Evidence } from './evidence/evidence.ts';
import { MaturityError } from './maturity-error.ts';
import type { Model } from './model/model.ts';
import { modelDigest } from './model/model-digest.ts';
import { rankActions } from './next/rank-actions.ts';
import { climb } from './score/climb.ts';
import { scoreStep } from './score/score-step.ts';
import { scoreOf, weighStep } from './score/step-score.ts';
import type { Service } from './service/service.ts';
import { formatTime, parseTime } from './time.ts';

/** How a service is judged. */
export interface AssessOptions {
  /** The moment of judgement; everything is told by it. ISO 8601 or a date. */
  readonly now: string | Date;
  /** The assessment before this one. With it, a step must hold for a while before it counts, and is not lost at once. */
  readonly previous?: Assessment;
}

/**
 * Judges a service by evidence: the step it practises, the score of every step as an interval, a finding of every check, and what
 * to do next. Evidence of other services or of kinds that the model does not know is passed over.
 *
 * Pass what was last collected of every bound source; a source that failed is unavailable evidence, not none.
 * Throws {@link MaturityError} `invalid-time` and `wrong-kind`.
 */
export function assess(model: Model, service: Service, evidence: readonly Evidence[], options: AssessOptions): Assessment {
  return assessAssuming(model, service, evidence, new Map(), options);
}

/** As {@link assess}, with some checks taken to be as said, whatever the evidence. */
export function assessAssuming(
  model: Model,
  service: Service,
  evidence: readonly Evidence[],
  assumed: ReadonlyMap<string, State>,
  { now: moment, previous }: AssessOptions,
): Assessment {
  const now = typeof moment === 'string' ? parseTime(moment) : moment.getTime();
  if (Number.isNaN(now)) throw new MaturityError('invalid-time', `now is no moment: ${String(moment)}; give ISO 8601 or a date`);
  if (!model.kinds.includes(service.kind)) {
    const kinds = model.kinds.join(', ');
    throw new MaturityError('wrong-kind', `${service.name} is of kind ${service.kind}; model ${model.id} judges ${kinds}`);
  }

  const at = formatTime(now);
  const readings = selectReadings(model, service.name, evidence, now);
  const exemptions = judgeExemptions(model, service, now);
  const exempt = new Map(
    exemptions.flatMap(({ exemption, refused }) => (refused === undefined ? [[exemption.check, exemption.expires]] : [])),
  );
  const findings = evaluateChecks({ model, service, readings, now, exempt, assumed });
  const weights = model.steps.map(({ id }) => weighStep(findings, id));
  const scores = model.steps.map((step, index) => scoreStep(model, step, findings, weights[index], previous?.steps[index], at));
  const observed = findings.some((finding) => isObserved(finding, readings));
  const premature = findPremature(model, findings);
  const rests = evidenceAtRest(findings, readings);
  const { id, version, comparable } = model;
  const { name, kind, tier, lifecycle } = service;
  const ratedSince = previous?.ratedSince ?? (observed ? at : undefined);

  return {
    apiVersion: 'flamestep.io/v1',
    service: { name, kind, tier, lifecycle },
    model: { id, version, digest: modelDigest(model), comparable },
    at,
    ...climb(model, scores, previous?.ratedSince === undefined ? undefined : previous.completed, now),
    rated: observed,
    ...(ratedSince !== undefined && { ratedSince }),
    confidence: scoreOf(sum(weights.map(({ observed }) => observed)), sum(weights.map(({ applicable }) => applicable))),
    steps: scores,
    findings,
    premature,
    ...rankActions({
      model,
      service,
      findings,
      premature,
      evidence: rests,
      gate: model.steps.find((_, index) => !scores[index].gate.open),
    }),
    exemptions,
    evidence: rests,
  };
}

/** Whether something was seen, and not only said: a service file that declares nothing is no observation. */
function isObserved({ outcome, declaredOnly, measures }: Finding, readings: ReadonlyMap<string, readonly Reading[]>): boolean {
  if (declaredOnly || !['pass', 'partial', 'fail'].includes(outcome)) return false;
  // A simulated check has no measures.
  return measures.length === 0 || measures.some(({ state, evidence }) => state !== 'unknown' && isSeen(evidence));

  function isSeen(kind: string): boolean {
    return readings.get(kind)?.some(({ evidence: { basis } }) => basis !== 'declared') ?? false;
  }
}

function evidenceAtRest(findings: readonly Finding[], readings: ReadonlyMap<string, readonly Reading[]>): Assessment['evidence'] {
  // Ids come from outside: as keys of a plain object, some would change the object itself.
  const used = new Map<string, Evidence>();
  for (const { measures } of findings) {
    for (const { evidence: kind, rests } of measures) {
      if (rests === undefined || used.has(rests)) continue;
      const reading = readings.get(kind)?.find(({ evidence }) => evidence.id === rests);
      if (reading !== undefined) used.set(rests, reading.evidence);
    }
  }
  return Object.fromEntries(used);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
