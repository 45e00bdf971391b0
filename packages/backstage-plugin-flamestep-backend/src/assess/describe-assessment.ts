import type { ServiceAssessment } from '@flamestep/backstage-plugin-flamestep-common';
import { type Assessment, describeMeasure, type MeasureResult, type Model } from '@flamestep/maturity';
import type { KeptEvidence } from '../store/DatabaseAssessmentStore.ts';
import { titleOf } from './rate-service.ts';

/** An assessment with its words, and with what is known of the age of its evidence. */
export function describeAssessment(
  model: Model,
  assessment: Assessment,
  kept: readonly KeptEvidence[],
  reached: ReadonlyMap<number, string>,
): ServiceAssessment {
  const checks = new Map(model.checks.map((check) => [check.id, check]));
  const failing = new Map(kept.map(({ evidence, failingSince }) => [evidence.id, failingSince]));
  return {
    ...assessment,
    steps: assessment.steps.map((step, index) => {
      const reachedAt = reached.get(index);
      return { ...step, name: model.steps[index].name, ...(reachedAt !== undefined && { reachedAt }) };
    }),
    findings: assessment.findings.flatMap((finding) => {
      const check = checks.get(finding.check);
      if (check === undefined) return [];
      const measures = finding.measures.map((measure) => ({ ...measure, words: wordsOf(model, measure) }));
      return [{ ...finding, text: check.text, effort: check.effort, docs: check.docs, measures }];
    }),
    premature: assessment.premature.map((practice) => ({
      ...practice,
      title: titleOf(model, practice.check),
      firstTitles: practice.first.map((check) => titleOf(model, check)),
    })),
    evidence: Object.fromEntries(
      Object.entries(assessment.evidence).map(([id, evidence]) => {
        const failingSince = failing.get(id);
        const title = model.evidence[evidence.kind]?.title ?? { en: evidence.kind, ja: evidence.kind };
        return [id, { ...evidence, title, ...(failingSince !== undefined && { failingSince }) }];
      }),
    ),
  };
}

function wordsOf(model: Model, measure: MeasureResult) {
  return { en: describeMeasure(model, measure, 'en'), ja: describeMeasure(model, measure, 'ja') };
}
