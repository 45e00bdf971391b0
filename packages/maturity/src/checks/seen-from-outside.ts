import { atLeast } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const outside = all(atLeast('outside-view.samples', 1), atLeast('outside-view.locations', { default: 1, tiers: { 1: 2 } }));

export const seenFromOutside = {
  id: 'seen-from-outside',
  step: 0,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: false, pass: outside },
    web: { gating: true, pass: outside },
    mobile: { gating: true, pass: outside },
  },
  effort: 'M',
  docs: 'https://web.dev/articles/vitals-field-measurement-best-practices',
  text: {
    en: {
      title: 'It is seen from where its users are',
      motivation: 'A service can be well and out of reach. Only a look from outside tells.',
      evidence: 'Probes or real users, with data of the last day; from two places for tier 1.',
      remediation: 'Set up a blackbox probe from outside, or real user monitoring in the client.',
    },
    ja: {
      title: '利用者の側から見えている',
      motivation: 'サービスが元気でも届かないことはある。外から見なければ分からない。',
      evidence: '直近1日の外形監視か実ユーザーのデータがあること。ティア1は2地点以上。',
      remediation: '外からのプローブか、クライアントの実ユーザー計測を設ける。',
    },
  },
} as const satisfies Check;
