import { field } from '../field.ts';
import type { EvidenceKind } from '../evidence-kind.ts';

/** How reliable the service is, in the terms of its kind. */
export const reliability = {
  availability: {
    title: { en: 'Availability', ja: '可用性' },
    fields: {
      coverage: field('ratio', 'hours with data', 'データのある時間'),
      share: field('ratio', 'good requests or probes', '成功したリクエスト・プローブ'),
    },
    sources: ['prometheus'],
    windowDays: 28,
    ttlDays: 1,
    floor: 'derived',
    combine: 'worst',
  },
  'run-results': {
    title: { en: 'Results of job runs', ja: 'ジョブ実行の結果' },
    fields: {
      coverage: field('ratio', 'expected runs with a result', '結果のある予定実行'),
      successShare: field('ratio', 'runs that succeeded in time', '期限内に成功した実行'),
    },
    sources: ['prometheus'],
    windowDays: 28,
    ttlDays: 1,
    floor: 'derived',
    combine: 'worst',
  },
  journeys: {
    title: { en: 'User journeys', ja: 'ユーザー導線' },
    fields: {
      coverage: field('ratio', 'hours with data', 'データのある時間'),
      successShare: field('ratio', 'journeys that succeeded', '成功した導線'),
    },
    sources: ['prometheus', 'newrelic', 'rum'],
    windowDays: 28,
    ttlDays: 1,
    floor: 'derived',
    combine: 'worst',
  },
  'crash-rate': {
    title: { en: 'Crash rate', ja: 'クラッシュ率' },
    fields: {
      coverage: field('ratio', 'days with data', 'データのある日'),
      crashFreeUsers: field('ratio', 'users without a crash', 'クラッシュのない利用者'),
    },
    sources: ['newrelic', 'crash-reporter', 'rum'],
    windowDays: 28,
    ttlDays: 1,
    floor: 'derived',
    combine: 'worst',
  },
  'incident-load': {
    title: { en: 'Incidents of 28 days', ja: '28日間の障害' },
    fields: {
      severe: field('count', 'incidents of the highest severity', '最重大の障害', { sources: ['github', 'pagerduty'] }),
      pageEpisodesPerWeek: field('count', 'paging episodes a week', '週当たりの呼び出し回数', {
        sources: ['prometheus', 'pagerduty'],
      }),
      recoveryMedian: field('seconds', 'median time to recover; 0 when there was none', '復旧までの中央値(なければ0)'),
      changeFailureShare: field('ratio', 'changes that failed', '失敗した変更', { sources: ['github'] }),
    },
    sources: ['github', 'prometheus', 'pagerduty'],
    windowDays: 28,
    ttlDays: 1,
    floor: 'derived',
    combine: 'worst',
  },
} as const satisfies Record<string, EvidenceKind>;
