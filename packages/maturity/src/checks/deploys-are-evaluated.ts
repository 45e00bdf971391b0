import { atLeast } from '../evidence/built-in-kinds.ts';
import type { Check } from '../model/model.ts';

const evaluated = atLeast('deploy-verdicts.verdictShare', 0.8, 1);

export const deploysAreEvaluated = {
  id: 'deploys-are-evaluated',
  step: 4,
  weight: 40,
  lifecycle: 'stable',
  exemptible: true,
  requires: [{ anyOf: ['experiments-roll-back', 'slowdowns-are-named'] }],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: evaluated },
    web: { gating: true, pass: evaluated },
    mobile: { gating: true, pass: evaluated },
    batch: { gating: true, pass: evaluated },
  },
  effort: 'M',
  docs: 'https://argo-rollouts.readthedocs.io/en/stable/features/analysis/',
  text: {
    en: {
      title: 'Every deploy is evaluated',
      motivation: 'A deploy that nobody judged may have made it slower.',
      evidence:
        'An automatic verdict (analysis run, canary verdict, profile comparison) for 80 % of the production deploys of 30 days.',
      remediation: 'Compare profiles or metrics of the two versions after each deploy, and keep the verdict.',
    },
    ja: {
      title: 'デプロイが評価されている',
      motivation: '誰も評価しないデプロイは、遅くしたかもしれない。',
      evidence: '30日の本番デプロイの80 %以上に自動評価(分析・カナリア判定・プロファイル比較)があること。',
      remediation: 'デプロイごとに2つの版のプロファイルか指標を比べ、評価を残す。',
    },
  },
} as const satisfies Check;
