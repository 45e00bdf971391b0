import type { Finding } from '../evaluate/finding.ts';
import type { Model, Step } from '../model/model.ts';
import { gateBlockers, type StepScore, type StepWeights, scoreOf } from './step-score.ts';

/** The score of one step by the weights of its findings, and its gate; `before` is what the assessment before this one said. */
export function scoreStep(
  model: Model,
  step: Step,
  findings: readonly Finding[],
  weights: StepWeights,
  before: StepScore | undefined,
  at: string,
): StepScore {
  const blockers = gateBlockers(model, step, findings, weights);
  const open = blockers.length === 0;
  const held = before !== undefined && before.gate.open === open;
  return {
    step: step.id,
    score: { low: scoreOf(weights.low, weights.applicable), high: scoreOf(weights.high, weights.applicable) },
    confidence: scoreOf(weights.observed, weights.applicable),
    gate: {
      open,
      threshold: step.gateThreshold,
      blockers,
      since: held ? before.gate.since : at,
      evaluations: held ? before.gate.evaluations + 1 : 1,
    },
  };
}
