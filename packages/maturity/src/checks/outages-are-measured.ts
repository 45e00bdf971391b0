import { atLeast } from '../evidence/built-in-kinds.ts';
import type { Check } from '../model/model.ts';

export const outagesAreMeasured = {
  id: 'outages-are-measured',
  step: 1,
  weight: 30,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: atLeast('availability.coverage', 0.95) },
    web: { gating: true, pass: atLeast('journeys.coverage', 0.95) },
    mobile: { gating: true, pass: atLeast('crash-rate.coverage', 0.95) },
    batch: { gating: true, pass: atLeast('run-results.coverage', 0.95) },
  },
  effort: 'M',
  docs: 'https://sre.google/sre-book/service-level-objectives/',
  text: {
    en: {
      title: 'Outages are measured',
      motivation: 'A rate of outage that is not measured cannot be lowered. Measured is enough here, it need not be good.',
      evidence:
        'Data for 95 % of 28 days: availability; for a job missed and failed runs, for web the success of journeys, for mobile the crash rate.',
      remediation: 'Record availability (or runs, journeys, crashes), and keep it for at least 28 days.',
    },
    ja: {
      title: '停止率が計測されている',
      motivation: '測っていない停止率は下げられない。ここでは良い値でなくても、測れていればよい。',
      evidence: '28日の95 %以上にデータがあること。可用性、ジョブは漏れと失敗、Webは導線の成功、モバイルはクラッシュ率。',
      remediation: '可用性(または実行・導線・クラッシュ)を記録し、28日以上保存する。',
    },
  },
} as const satisfies Check;
