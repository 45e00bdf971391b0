import { atLeast } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const drilled = all(atLeast('drills.corroborated', 1), atLeast('pipeline-alert.rules', 1));

export const failuresAreDrilled = {
  id: 'failures-are-drilled',
  step: 3,
  weight: 40,
  lifecycle: 'stable',
  exemptible: true,
  requires: ['service-is-stable', 'alerts-reach-someone'],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: drilled },
    web: { gating: true, pass: drilled },
    mobile: { gating: true, pass: drilled },
    batch: { gating: true, pass: drilled },
  },
  effort: 'M',
  docs: 'https://sre.google/sre-book/accelerating-sre-on-call/',
  text: {
    en: {
      title: 'Failures are drilled, that of telemetry too',
      motivation: 'What was never practised is learnt during the outage. When the log shipper dies, everything looks quiet.',
      evidence: 'A drill in 180 days that an alert of that time confirms, and a live alert for a dead collector or log shipper.',
      remediation: 'Hold a drill with the alert on, write down what was noticed when, and alert on the telemetry pipeline.',
    },
    ja: {
      title: '障害訓練をしている(テレメトリの停止も)',
      motivation: '練習していないことは、本番の障害で学ぶことになる。ログ転送が止まると、全てが静かに見える。',
      evidence: '180日以内に当時のアラートが裏付ける訓練があり、コレクターやログ転送の停止の生きたアラートがあること。',
      remediation: 'アラートを有効にして訓練し、いつ何に気づいたかを記録し、テレメトリ経路にアラートを付ける。',
    },
  },
} as const satisfies Check;
