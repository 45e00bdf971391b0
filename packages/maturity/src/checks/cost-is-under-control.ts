import { atLeast, atMost, holds } from '../evidence/built-in-kinds.ts';
import { any } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const controlled = any(atMost('cost.perRequestChange', 1), holds('cost.withinBudget'), atLeast('cost.rightSizings', 1));

export const costIsUnderControl = {
  id: 'cost-is-under-control',
  step: 3,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: ['service-is-stable'],
  prematureSeverity: 'warning',
  kinds: { backend: { gating: false, pass: controlled }, batch: { gating: false, pass: controlled } },
  effort: 'M',
  docs: 'https://www.opencost.io/docs/',
  text: {
    en: {
      title: 'Cost is under control',
      motivation: 'Cutting cost is safe only where stability shows what is not needed.',
      evidence: 'The cost of 1,000 requests not rising over 90 days, or within the budget, or a right-sizing done.',
      remediation: 'Find the largest cost per request in the profile and in the requests of CPU and memory, and lower it.',
    },
    ja: {
      title: '費用が管理されている',
      motivation: '何が要らないかは、安定して初めて分かる。',
      evidence: '1,000リクエスト当たりの費用が90日で増えていないか、予算内か、適正化を実施したこと。',
      remediation: 'プロファイルとCPU・メモリの要求量から最も費用のかかるものを見つけて下げる。',
    },
  },
} as const satisfies Check;
