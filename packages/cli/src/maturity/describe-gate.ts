import type { Assessment, GateBlocker, StepScore } from '@flamestep/maturity';
import { formatShare } from './format-assessment.ts';
import type { View } from './view-of.ts';
import { say, WORDS } from './words.ts';

/** The first step whose gate is shut; undefined when all are open. */
export function shutGate({ steps }: Assessment): StepScore | undefined {
  return steps.find(({ gate }) => !gate.open);
}

/** `Gate to step 1, Reactive: closed`. */
export function gateTitle({ model, locale }: View, { step }: StepScore): string {
  const index = model.steps.findIndex(({ id }) => id === step);
  const upper = model.steps[index + 1];
  const { id, name } = upper ?? model.steps[index];
  return say(WORDS[upper === undefined ? 'gateTitleLast' : 'gateTitle'][locale], { step: id, name: name[locale] });
}

/** Why a gate is shut, a sentence each. */
export function describeBlockers({ assessment, locale }: View, { step, gate }: StepScore): string[] {
  const required = assessment.findings.filter((finding) => finding.step === step && finding.gating);
  const all = required.filter(({ outcome }) => outcome !== 'not-applicable').length;
  const missing = gate.blockers.filter(({ kind }) => kind === 'check').length;
  const sentences = gate.blockers.flatMap((blocker) => describeBlocker(blocker) ?? []);
  return [...(missing === 0 ? [] : [say(WORDS.blockedChecks[locale], { missing, all })]), ...sentences];

  function describeBlocker(blocker: GateBlocker): string | undefined {
    switch (blocker.kind) {
      case 'check':
        return undefined;
      case 'score':
        return say(WORDS.blockedScore[locale], {
          low: formatShare(blocker.low),
          threshold: formatShare(blocker.threshold),
        });
      case 'too-few-checks':
        return say(WORDS.blockedFew[locale], { applicable: blocker.applicable, least: blocker.least });
      case 'exemptions':
        return say(WORDS.blockedExempt[locale], { share: formatShare(blocker.share), most: formatShare(blocker.most) });
    }
  }
}
