import type { NextBlocker } from '@flamestep/backstage-plugin-flamestep-common';
import type { Assessment, GateBlocker, Localized, Model } from '@flamestep/maturity';
import type { KeptEvidence } from '../store/DatabaseAssessmentStore.ts';
import type { Rating } from '../store/service-row.ts';

/** What a list shows of an assessment. */
export function rateService(model: Model, assessment: Assessment, kept: readonly KeptEvidence[]): Rating {
  const { step, steps, findings, premature } = assessment;
  const failingSince = new Map(
    kept.flatMap(({ evidence, failingSince }) => (failingSince === undefined ? [] : [[evidence.id, failingSince]])),
  );
  const rests = (finding: Assessment['findings'][number]) =>
    finding.measures.flatMap(({ rests }) => (rests === undefined ? [] : (failingSince.get(rests) ?? [])));
  const [staleSince] = findings.flatMap(rests).sort();
  return {
    stepName: model.steps[step].name,
    gate: model.steps[step].gateThreshold,
    before: steps[step].gate.blockers.map((blocker) => describeBlocker(blocker, model, assessment)),
    premature: premature.filter(({ severity }) => severity !== 'info').length,
    stale: findings.filter((finding) => finding.stale || rests(finding).length > 0).length,
    failing: kept.some(({ failingSince }) => failingSince !== undefined),
    ...(staleSince !== undefined && { staleSince }),
  };
}

function describeBlocker(blocker: GateBlocker, model: Model, { findings }: Assessment): NextBlocker {
  switch (blocker.kind) {
    case 'check': {
      const finding = findings.find(({ check }) => check === blocker.check);
      const { outcome, premature } = finding ?? {};
      return {
        check: blocker.check,
        title: titleOf(model, blocker.check),
        ...(outcome && { outcome }),
        ...(premature && { premature }),
      };
    }
    case 'score':
      return {
        title: {
          en: `Score of at least ${percent(blocker.threshold)} (now ${percent(blocker.low)})`,
          ja: `スコア${percent(blocker.threshold)}以上(現在${percent(blocker.low)})`,
        },
      };
    case 'too-few-checks':
      return {
        title: {
          en: `Only ${blocker.applicable} of ${blocker.least} checks apply`,
          ja: `適用される項目が${blocker.applicable}件のみ`,
        },
      };
    case 'exemptions':
      return {
        title: { en: `Exemptions take ${percent(blocker.share)} of the step`, ja: `免除が${percent(blocker.share)}を占める` },
      };
  }
}

/** Rounded down, so that a value short of a threshold does not look as if it met it. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** In both languages; the id where the model does not have the check any more. */
export function titleOf(model: Model, check: string): Localized {
  const text = model.checks.find(({ id }) => id === check)?.text;
  return text ? { en: text.en.title, ja: text.ja.title } : { en: check, ja: check };
}
