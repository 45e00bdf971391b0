import { atMost } from '../evidence/built-in-kinds.ts';
import type { Check } from '../model/model.ts';

const cost = atMost('profiling-overhead.cpuPerRequest', { default: 1.05, service: 'profilingOverhead', loosest: 1.25 });

export const profilingCostIsKnown = {
  id: 'profiling-cost-is-known',
  step: 0,
  weight: 10,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: { backend: { gating: false, pass: cost }, batch: { gating: false, pass: cost } },
  effort: 'S',
  docs: 'https://go.dev/doc/diagnostics',
  text: {
    en: {
      title: 'The cost of profiling is known and accepted',
      motivation: 'A few percent on one instance is a price to decide on, not a constant to believe in.',
      evidence: 'CPU per request with profiling against without, at most 1.05 or the budget that the service has accepted.',
      remediation:
        'Profile one instance, compare it with the others, and lower the sampling rate or accept a budget in o11y.yaml.',
    },
    ja: {
      title: 'プロファイリングの負荷を測り、受け入れている',
      motivation: '1インスタンスの数%は、信じる定数ではなく、判断する対価である。',
      evidence: 'リクエスト当たりCPUが無効時の1.05倍以下、またはサービスが受け入れた上限以下であること。',
      remediation: '1インスタンスだけ有効にして比べ、頻度を下げるか、o11y.yamlで上限を受け入れる。',
    },
  },
} as const satisfies Check;
