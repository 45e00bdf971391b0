import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const calm = [
  atMost('incident-load.severe', 1),
  atMost('incident-load.pageEpisodesPerWeek', 2),
  atMost('incident-load.recoveryMedian', 3600),
  atMost('incident-load.changeFailureShare', 0.15),
];

export const serviceIsStable = {
  id: 'service-is-stable',
  step: 2,
  weight: 40,
  lifecycle: 'stable',
  exemptible: false,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: {
      gating: true,
      pass: all(atLeast('availability.share', { default: 0.99, service: 'availability', loosest: 0.95 }), ...calm),
    },
    web: {
      gating: true,
      pass: all(atLeast('journeys.successShare', { default: 0.99, service: 'journeySuccess', loosest: 0.95 }), ...calm),
    },
    mobile: {
      gating: true,
      pass: all(atLeast('crash-rate.crashFreeUsers', { default: 0.99, service: 'crashFreeUsers', loosest: 0.95 }), ...calm),
    },
    batch: {
      gating: true,
      pass: all(atLeast('run-results.successShare', { default: 0.98, service: 'runSuccess', loosest: 0.95 }), ...calm),
    },
  },
  effort: 'L',
  docs: 'https://sre.google/sre-book/embracing-risk/',
  text: {
    en: {
      title: 'The service is stable',
      motivation: 'Improving, or setting an SLO, while it is unstable makes everybody unhappy. Stability comes first.',
      evidence:
        'Over 28 days: availability (runs, journeys, crash-free users) as its normal says, at most one incident of the highest severity, two paging episodes a week, recovery within an hour (median), 15 % failed changes.',
      remediation: 'Fix what pages most often before anything else.',
    },
    ja: {
      title: 'サービスが安定している',
      motivation: '不安定なうちにカイゼンやSLOに取り組むと、みんなが不幸になる。まず安定。',
      evidence:
        '28日間で、可用性(実行・導線・クラッシュのない利用者)が正常の範囲、最重大の障害が1件以内、呼び出しが週2回以内、復旧の中央値が60分以内、変更の失敗が15 %以内であること。',
      remediation: '何よりも先に、最も多く呼び出すものを直す。',
    },
  },
} as const satisfies Check;
