import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all, any } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const measured = any(
  all(atLeast('recovery-time.incidents', 1), atLeast('recovery-time.median', 0)),
  all(atMost('recovery-time.incidents', 0), atMost('detection-proof.age', 90)),
);

export const recoveryIsMeasured = {
  id: 'recovery-is-measured',
  step: 1,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: measured },
    web: { gating: true, pass: measured },
    mobile: { gating: true, pass: measured },
    batch: { gating: true, pass: measured },
  },
  effort: 'S',
  docs: 'https://dora.dev/guides/dora-metrics/',
  text: {
    en: {
      title: 'Time to recover is measured',
      motivation: 'Whether response gets better shows in the time it takes.',
      evidence:
        'The time to recover of at least one incident in 90 days; with none, a page that was delivered within 90 days. For mobile the time until a bad release is crash-free again.',
      remediation: 'Close incidents when service is restored, so that their times can be read.',
    },
    ja: {
      title: '復旧時間が計測されている',
      motivation: '対応が良くなったかは、かかる時間に表れる。',
      evidence:
        '90日に1件以上の障害の復旧時間があること。障害がなければ90日以内に通知が届いたこと。モバイルは不良リリースが収まるまでの時間。',
      remediation: '復旧したら障害を閉じ、時間を読めるようにする。',
    },
  },
} as const satisfies Check;
