import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { atLeastOf } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const improves = atLeastOf(
  2,
  atLeast('incident-reviews.postmortemShare', 0.8),
  atLeast('incident-reviews.closedActionShare', 0.7),
  atMost('incident-reviews.recoveryChange', 1),
);

export const responseImproves = {
  id: 'response-improves',
  step: 1,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: false, pass: improves },
    web: { gating: false, pass: improves },
    mobile: { gating: false, pass: improves },
    batch: { gating: false, pass: improves },
  },
  effort: 'M',
  docs: 'https://sre.google/sre-book/postmortem-culture/',
  text: {
    en: {
      title: 'Response to incidents improves',
      motivation: 'An incident that teaches nothing comes again.',
      evidence:
        'Two of three: a postmortem for 80 % of the severe incidents, 70 % of the actions closed within 30 days, recovery not slower than in the 90 days before.',
      remediation: 'Write a postmortem for each severe incident, and give its actions an owner and a day.',
    },
    ja: {
      title: '障害対応が改善している',
      motivation: '何も学ばない障害は、また起きる。',
      evidence: '3つのうち2つ:重大障害の80 %にポストモーテム、対策の70 %が30日以内に完了、復旧が前の90日より遅くないこと。',
      remediation: '重大障害ごとにポストモーテムを書き、対策に担当者と期日を付ける。',
    },
  },
} as const satisfies Check;
