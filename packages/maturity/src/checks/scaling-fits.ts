import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const fits = all(
  atMost('scaling.atMaximumShare', 0.05),
  atLeast('scaling.cpuOfRequest', 0.3),
  atMost('scaling.cpuOfRequest', 0.7),
);

export const scalingFits = {
  id: 'scaling-fits',
  step: 3,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: ['service-is-stable'],
  prematureSeverity: 'warning',
  kinds: { backend: { gating: false, pass: fits }, batch: { gating: false, pass: fits } },
  effort: 'M',
  docs: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  text: {
    en: {
      title: 'It is scaled to fit',
      motivation: 'Too little breaks under load, too much is paid for nothing.',
      evidence: 'At most 5 % of 14 days at the most replicas, and a median CPU of 30 to 70 % of what is requested.',
      remediation: 'Raise the maximum where it is reached, and set requests by what is used.',
    },
    ja: {
      title: 'ちょうどよくスケールしている',
      motivation: '少なければ負荷で壊れ、多ければ無駄に払う。',
      evidence: '14日のうち最大レプリカ数の時間が5 %以下で、CPU中央値が要求の30〜70 %であること。',
      remediation: '上限に達するなら上げ、要求量を実際の使用量に合わせる。',
    },
  },
} as const satisfies Check;
