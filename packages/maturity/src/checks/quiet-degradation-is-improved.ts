import { atLeast } from '../evidence/built-in-kinds.ts';
import type { Check } from '../model/model.ts';

const improved = atLeast('quiet-improvements.improvements', 1);

export const quietDegradationIsImproved = {
  id: 'quiet-degradation-is-improved',
  step: 2,
  weight: 10,
  lifecycle: 'stable',
  exemptible: true,
  requires: ['service-is-stable'],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: false, pass: improved },
    web: { gating: false, pass: improved },
    mobile: { gating: false, pass: improved },
    batch: { gating: false, pass: improved },
  },
  effort: 'M',
  docs: 'https://web.dev/articles/vitals',
  text: {
    en: {
      title: 'What never rings is improved too',
      motivation: 'Users leave long before an alert rings.',
      evidence: 'An improvement in a quarter of something that never alerted, with a measured gain.',
      remediation: 'Look at what got slower without an alert, improve it, and write down the gain.',
    },
    ja: {
      title: '鳴らないものも改善される',
      motivation: '利用者は、アラートが鳴るずっと前に離れる。',
      evidence: '四半期に1件以上、アラートの鳴らないものの改善で、効果を測ったものがあること。',
      remediation: 'アラートなしに遅くなったものを改善し、効果を書き残す。',
    },
  },
} as const satisfies Check;
