import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const reached = all(
  atLeast('paging-route.alertmanagers', 1),
  atLeast('paging-route.integrations', 1),
  atLeast('paging-route.onCallDays', 14),
  atMost('detection-proof.age', 90),
);

export const alertsReachSomeone = {
  id: 'alerts-reach-someone',
  step: 1,
  weight: 40,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: reached },
    web: { gating: true, pass: reached },
    mobile: { gating: true, pass: reached },
    batch: { gating: true, pass: reached },
  },
  effort: 'S',
  docs: 'https://prometheus.io/docs/alerting/latest/configuration/',
  text: {
    en: {
      title: 'A page reaches somebody',
      motivation: 'A receiver without an integration looks like any other and pages nobody.',
      evidence:
        'An active Alertmanager, a route that ends at a receiver with an integration, somebody on call for the next 14 days, and a page delivered within 90 days.',
      remediation: 'Give the receiver an integration, fill the on-call schedule, and send a test page.',
    },
    ja: {
      title: 'アラートが人に届く',
      motivation: '連携のない受信先も見た目は同じで、誰も呼ばない。',
      evidence: '稼働中のAlertmanager、連携のある受信先で終わる経路、今後14日の当番、90日以内に届いた通知があること。',
      remediation: '受信先に連携を設定し、当番表を埋め、試験通知を送る。',
    },
  },
} as const satisfies Check;
