import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const bold = all(
  atLeast('deliveries.perWeek', 1),
  atMost('deliveries.changeFailureShare', 0.15),
  atLeast('deliveries.riskyShipped', 1),
);

export const boldChangesShip = {
  id: 'bold-changes-ship',
  step: 3,
  weight: 10,
  lifecycle: 'stable',
  exemptible: true,
  requires: ['service-is-stable'],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: false, pass: bold },
    web: { gating: false, pass: bold },
    mobile: { gating: false, pass: bold },
    batch: { gating: false, pass: bold },
  },
  effort: 'L',
  docs: 'https://dora.dev/capabilities/working-in-small-batches/',
  text: {
    en: {
      title: 'Bold changes ship',
      motivation: 'Stability is there to be used.',
      evidence: 'A deployment a week, at most 15 % failed, and a bold change in 180 days without a severe incident.',
      remediation: 'Take on one overdue upgrade, in small deployments that can be taken back.',
    },
    ja: {
      title: '大胆な変更ができている',
      motivation: '安定は、使うためにある。',
      evidence: '週1回以上のデプロイで失敗が15 %以下、180日に重大障害なしの大胆な変更があること。',
      remediation: '先送りのアップグレードを1つ、戻せる小さなデプロイで行う。',
    },
  },
} as const satisfies Check;
