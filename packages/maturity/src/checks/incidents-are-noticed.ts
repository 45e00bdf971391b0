import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all, any } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const noticed = any(
  atLeast('incident-detection.detectedShare', 0.8, 3),
  all(atMost('incident-detection.incidents', 0), atMost('detection-proof.age', 90)),
);

export const incidentsAreNoticed = {
  id: 'incidents-are-noticed',
  step: 1,
  weight: 40,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: noticed },
    web: { gating: true, pass: noticed },
    mobile: { gating: true, pass: noticed },
    batch: { gating: true, pass: noticed },
  },
  effort: 'M',
  docs: 'https://sre.google/sre-book/monitoring-distributed-systems/',
  text: {
    en: {
      title: 'Incidents are noticed by alerts, not by users',
      motivation: 'Who hears of an outage from a customer was not watching.',
      evidence:
        '80 % of the incidents of 90 days were announced by an alert before they were opened, of at least 3; with none, a page that was delivered within 90 days.',
      remediation: 'Look at the incidents that no alert announced, and add an alert on the symptom that users saw.',
    },
    ja: {
      title: '障害に利用者より先にアラートで気づける',
      motivation: '顧客から障害を聞くのは、見ていなかったということ。',
      evidence:
        '90日の障害(3件以上)の80 %以上を、起票より先にアラートが知らせたこと。障害がなければ、90日以内に通知が届いたこと。',
      remediation: 'アラートが知らせなかった障害を調べ、利用者が見た症状にアラートを足す。',
    },
  },
} as const satisfies Check;
