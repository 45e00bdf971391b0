import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const equipped = all(
  atLeast('response-kit.runbookShare', 0.8),
  atMost('response-load.acknowledgeMedian', 900),
  atMost('response-load.pagesPerWeek', 14),
);

export const respondersAreEquipped = {
  id: 'responders-are-equipped',
  step: 1,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: false, pass: equipped },
    web: { gating: false, pass: equipped },
    mobile: { gating: false, pass: equipped },
    batch: { gating: false, pass: equipped },
  },
  effort: 'M',
  docs: 'https://sre.google/sre-book/being-on-call/',
  text: {
    en: {
      title: 'Responders are equipped and not worn out',
      motivation: 'A page at night without a runbook, and the tenth of the week, is answered badly.',
      evidence:
        '80 % of the paging rules with a runbook and a dashboard, acknowledged within 15 minutes (median), at most 14 pages a week.',
      remediation: 'Write the missing runbooks, link them in the rules, and remove the pages that need nobody.',
    },
    ja: {
      title: '対応者に手がかりがあり、疲弊していない',
      motivation: 'ランブックのない夜中の呼び出しや週に十度目の呼び出しには、うまく応えられない。',
      evidence:
        '通知ルールの80 %以上にランブックとダッシュボードがあり、確認の中央値が15分以内で、呼び出しが週14回以内であること。',
      remediation: '足りないランブックを書いてルールから結び、人の要らない呼び出しを減らす。',
    },
  },
} as const satisfies Check;
