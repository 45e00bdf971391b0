import { field } from '../field.ts';
import type { EvidenceKind } from '../evidence-kind.ts';

/** What is made better, and how changes go out. */
export const improvement = {
  deviations: {
    title: { en: 'What is 1.5 times worse than usual', ja: '普段の1.5倍悪いもの' },
    // Evidence on buckets too wide to show 1.5 times is unavailable, for `resolution`. Samples: events of the least busy operation judged.
    fields: {
      baselineWeeks: field('count', 'weeks to compare with', '比較できる週数'),
      deviations: field('count', 'operations 1.5 times worse', '1.5倍悪い操作'),
      unexplained: field('count', 'of them older than 72 hours without an issue', 'うち72時間を超えてissueのないもの'),
    },
    sources: ['prometheus', 'rum', 'flamestep'],
    windowDays: 7,
    ttlDays: 1,
    floor: 'derived',
    combine: 'worst',
  },
  'performance-work': {
    title: { en: 'Slowness that was fixed', ja: '直した遅さ' },
    fields: {
      deviations: field('count', 'operations that got 1.5 times worse', '1.5倍悪くなった操作'),
      fixes: field('count', 'fixes with before and after', '前後比較のある修正'),
    },
    sources: ['github', 'flamestep'],
    windowDays: 90,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
  'slo-definition': {
    title: { en: 'SLO as written', ja: 'SLOの定義' },
    fields: {
      valid: field('count', 'valid SLOs of this service', 'このサービスの有効なSLO'),
      reviewAge: field('age', 'last review', '最後の見直しからの日数'),
    },
    sources: ['openslo', 'prometheus'],
    windowDays: 0,
    ttlDays: 7,
    floor: 'declared',
    combine: 'best',
  },
  'slo-live': {
    title: { en: 'SLO as it runs', ja: 'SLOの稼働' },
    fields: {
      coverage: field('ratio', 'of 28 days with data of the indicator', '指標データのある期間'),
      burnAlerts: field('count', 'live alerts on burn rate', '消費速度の生きたアラート'),
    },
    sources: ['prometheus'],
    windowDays: 28,
    ttlDays: 1,
    floor: 'derived',
    combine: 'best',
  },
  'quiet-improvements': {
    title: { en: 'Improvements of what never rang', ja: '鳴らなかったものの改善' },
    fields: { improvements: field('count', 'with a measured gain', '効果を測った改善') },
    sources: ['github'],
    windowDays: 90,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
  scaling: {
    title: { en: 'Scaling', ja: 'スケーリング' },
    fields: {
      atMaximumShare: field('ratio', 'time at the most replicas allowed', '最大レプリカ数の時間'),
      cpuOfRequest: field('ratio', 'median CPU of what is requested', '要求に対するCPU中央値'),
    },
    sources: ['prometheus', 'kubernetes'],
    windowDays: 14,
    ttlDays: 7,
    floor: 'derived',
    combine: 'worst',
  },
  cost: {
    title: { en: 'Cost', ja: '費用' },
    fields: {
      perRequestChange: field('factor', 'cost per 1,000 requests against before', '1,000リクエスト当たり費用(前期比)'),
      withinBudget: field('flag', 'within the budget', '予算内'),
      rightSizings: field('count', 'right-sizings done', '適正化の実施'),
    },
    sources: ['prometheus', 'github', 'opencost'],
    windowDays: 90,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
  deliveries: {
    title: { en: 'Deliveries', ja: 'デリバリー' },
    fields: {
      perWeek: field('count', 'deployments a week', '週当たりのデプロイ'),
      changeFailureShare: field('ratio', 'changes that failed', '失敗した変更'),
      riskyShipped: field('count', 'bold changes without a severe incident', '重大障害のない大胆な変更'),
    },
    sources: ['github'],
    windowDays: 180,
    ttlDays: 7,
    floor: 'derived',
    combine: 'worst',
  },
  drills: {
    title: { en: 'Failure drills', ja: '障害訓練' },
    fields: {
      corroborated: field('count', 'drills that an alert confirms', 'アラートが裏付ける訓練'),
      pipeline: field('count', 'drills of the telemetry pipeline', 'テレメトリ経路の訓練'),
    },
    sources: ['github', 'alertmanager'],
    windowDays: 180,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
  'progressive-delivery': {
    title: { en: 'Experimental deploys', ja: '実験的デプロイ' },
    fields: {
      progressiveShare: field('ratio', 'production deploys that went out gradually', '段階的な本番デプロイ'),
      killSwitch: field('flag', 'a flag can switch it off', 'フラグで止められる'),
      dryRunShare: field('ratio', 'changes with a dry or shadow run first', '先に空実行した変更'),
    },
    sources: ['github', 'prometheus', 'kubernetes', 'feature-flags', 'app-store'],
    windowDays: 90,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
  rollbacks: {
    title: { en: 'Rollbacks', ja: 'ロールバック' },
    fields: {
      rollbacks: field('count', 'real or rehearsed', '本番または訓練'),
      median: field('seconds', 'median time to roll back', 'ロールバックの中央値'),
    },
    sources: ['github', 'kubernetes'],
    windowDays: 180,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
} as const satisfies Record<string, EvidenceKind>;
