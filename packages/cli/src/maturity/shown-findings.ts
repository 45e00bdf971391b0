import type { Finding, Step } from '@flamestep/maturity';
import { shutGate } from './describe-gate.ts';
import type { View } from './view-of.ts';

/** The findings of a step that are told, the worst first. */
export interface StepFindings {
  readonly step: Step;
  readonly findings: readonly Finding[];
}

const TROUBLE = { fail: 0, partial: 1, unknown: 2, exempt: 3, pass: 4, 'not-applicable': 5 } as const;

/**
 * The findings to tell: those of the gate's step first, then those of the steps below it, and of later ones what is practised already.
 * `left` counts the checks of later steps that are not told.
 */
export function shownFindings({ assessment, model }: View): { readonly steps: readonly StepFindings[]; readonly left: number } {
  const current = shutGate(assessment)?.step ?? model.steps[model.steps.length - 1].id;
  const asked = assessment.findings.filter(({ outcome }) => outcome !== 'not-applicable');
  const shown = asked.filter(({ step, outcome, premature }) => step <= current || premature || isPractised(outcome));
  const steps = [...model.steps]
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map((step) => ({
      step,
      findings: shown.filter((finding) => finding.step === step.id).sort((a, b) => weightOf(a) - weightOf(b)),
    }));
  return { steps: steps.filter(({ findings }) => findings.length > 0), left: asked.length - shown.length };

  function rank(step: number): number {
    return step <= current ? current - step : step;
  }
}

function isPractised(outcome: Finding['outcome']): boolean {
  return outcome === 'pass' || outcome === 'partial' || outcome === 'exempt';
}

function weightOf({ outcome, gating }: Finding): number {
  return TROUBLE[outcome] * 2 + (gating ? 0 : 1);
}
