import { atLeast } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const bounded = all(atLeast('chaos-experiments.recorded', 1), atLeast('chaos-experiments.boundedShare', 1));

export const chaosIsBounded = {
  id: 'chaos-is-bounded',
  step: 4,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: ['slo-after-stability', 'failures-are-drilled', 'experiments-roll-back'],
  prematureSeverity: 'danger',
  kinds: { backend: { gating: false, pass: bounded }, batch: { gating: false, pass: bounded } },
  effort: 'L',
  docs: 'https://principlesofchaos.org/',
  text: {
    en: {
      title: 'Chaos experiments are bounded and recorded',
      motivation: 'Breaking things on purpose teaches only those who can see, stop and take back.',
      evidence:
        'An experiment in 90 days with a recorded verdict; all of them name a steady state (an SLO) and a stop condition.',
      remediation: 'Begin with one small experiment on an SLO, with a condition that stops it.',
    },
    ja: {
      title: 'カオス実験に限度と記録がある',
      motivation: 'わざと壊して学べるのは、見えて、止められて、戻せるときだけである。',
      evidence: '90日以内に結果の記録された実験があり、全てに定常状態(SLO)と停止条件があること。',
      remediation: 'SLOに対する小さな実験を1つ、停止条件を付けて始める。',
    },
  },
} as const satisfies Check;
