import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { any } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const fixed = any(atMost('performance-work.deviations', 0), atLeast('performance-work.fixes', 1));

export const slowResponsesGetFixed = {
  id: 'slow-responses-get-fixed',
  step: 2,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: ['service-is-stable'],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: false, pass: fixed },
    web: { gating: false, pass: fixed },
    mobile: { gating: false, pass: fixed },
    batch: { gating: false, pass: fixed },
  },
  effort: 'M',
  docs: 'https://go.dev/blog/pprof',
  text: {
    en: {
      title: 'Slow responses get fixed',
      motivation: 'A slowdown that is seen and left is soon normal.',
      evidence:
        'A fix with before and after (a profile comparison, or a lower p95) in 90 days, unless nothing got 1.5 times worse.',
      remediation: 'Take the worst deviation, find its cause in a profile, and compare the profile before and after.',
    },
    ja: {
      title: '遅いレスポンスが直される',
      motivation: '見つけて放置した遅さは、すぐに普通になる。',
      evidence: '90日に前後比較(プロファイル比較やp95の低下)のある修正があること。1.5倍悪くなったものが無ければ不要。',
      remediation: '最も悪いものの原因をプロファイルで見つけ、前後のプロファイルを比べる。',
    },
  },
} as const satisfies Check;
