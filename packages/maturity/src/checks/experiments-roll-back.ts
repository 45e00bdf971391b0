import { atLeast, atMost, holds } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const quickRollback = [atLeast('rollbacks.rollbacks', 1), atMost('rollbacks.median', 900)];

export const experimentsRollBack = {
  id: 'experiments-roll-back',
  step: 3,
  weight: 40,
  lifecycle: 'stable',
  exemptible: true,
  requires: ['service-is-stable', 'alerts-have-live-series', 'alerts-reach-someone'],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: all(atLeast('progressive-delivery.progressiveShare', 0.5), ...quickRollback) },
    web: { gating: true, pass: all(atLeast('progressive-delivery.progressiveShare', 0.5), ...quickRollback) },
    mobile: {
      gating: true,
      pass: all(atLeast('progressive-delivery.progressiveShare', 0.5), holds('progressive-delivery.killSwitch')),
    },
    batch: { gating: true, pass: all(atLeast('progressive-delivery.dryRunShare', 0.5), ...quickRollback) },
  },
  effort: 'L',
  docs: 'https://sre.google/workbook/canarying-releases/',
  text: {
    en: {
      title: 'Deploys are experiments that roll back',
      motivation: 'What cannot be known before is learnt in production, safely.',
      evidence:
        'Half of the production deploys go out gradually, and a rollback, real or rehearsed, in 180 days took at most 15 minutes. For mobile staged rollout and a kill switch, for a job dry runs.',
      remediation: 'Deploy through a canary or a flag, and rehearse the rollback.',
    },
    ja: {
      title: 'デプロイを実験として出し、すぐ戻せる',
      motivation: '事前に分からないことは、本番で安全に学ぶ。',
      evidence:
        '本番デプロイの半分以上が段階的で、180日以内のロールバック(訓練も可)の中央値が15分以内であること。モバイルは段階配信と停止フラグ、ジョブは空実行。',
      remediation: 'カナリアかフラグで出し、ロールバックを練習する。',
    },
  },
} as const satisfies Check;
