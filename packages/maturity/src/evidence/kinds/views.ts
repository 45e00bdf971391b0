import { field } from '../field.ts';
import type { EvidenceKind } from '../evidence-kind.ts';

const byRules = { sources: ['prometheus', 'grafana'] };

/** What people look at, what they call normal, and what rings. */
export const views = {
  dashboards: {
    title: { en: 'Dashboards', ja: 'ダッシュボード' },
    fields: {
      dashboards: field('count', 'dashboards of this service', 'このサービスのダッシュボード'),
      filledPanelShare: field('ratio', 'panels with data', 'データのあるパネル'),
    },
    sources: ['grafana'],
    windowDays: 7,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
  'normal-declaration': {
    title: { en: 'Declared normal', ja: '宣言された「正常」' },
    fields: {
      ranges: field('count', 'operations or journeys with a normal range', '正常範囲のある操作・導線'),
      age: field('age', 'age of the declaration', '宣言からの日数'),
    },
    sources: ['manifest'],
    windowDays: 0,
    ttlDays: 7,
    // The declaration is what is asked for; that it holds is `normal-held`.
    floor: 'declared',
    combine: 'best',
  },
  'normal-held': {
    title: { en: 'Normal, as observed', ja: '観測された「正常」' },
    fields: {
      resolves: field('flag', 'every declared metric has data', '宣言された全指標にデータがある'),
      inRangeShare: field('ratio', 'slots within the range', '範囲内の枠'),
    },
    sources: ['prometheus', 'rum', 'github'],
    windowDays: 7,
    ttlDays: 7,
    floor: 'derived',
    combine: 'worst',
  },
  'outside-view': {
    title: { en: 'View from outside', ja: '外からの観測' },
    fields: {
      samples: field('count', 'probes or page views', 'プローブまたはページビュー'),
      locations: field('count', 'locations', '地点数'),
    },
    sources: ['prometheus', 'rum'],
    windowDays: 1,
    ttlDays: 1,
    floor: 'derived',
    combine: 'best',
  },
  'alert-rules': {
    title: { en: 'Alert rules', ja: 'アラートルール' },
    fields: {
      latency: field('count', 'live rules for latency', 'レイテンシの生きたルール', byRules),
      errors: field('count', 'live rules for errors', 'エラーの生きたルール', byRules),
      availability: field('count', 'live rules for availability', '可用性の生きたルール', byRules),
      staleness: field('count', 'live rules for missed runs', '実行漏れの生きたルール', byRules),
      crashes: field('count', 'live rules for crashes', 'クラッシュの生きたルール', byRules),
      clientErrors: field(
        'count',
        'live rules for client errors or vitals',
        'クライアントのエラー・Vitalsの生きたルール',
        byRules,
      ),
      broken: field('count', 'rules on series that do not exist', '存在しない系列のルール', { ...byRules, combine: 'worst' }),
      stuck: field('count', 'rules that fire 95 % of the time', '95 %以上鳴り続けるルール', { ...byRules, combine: 'worst' }),
      longSilences: field('count', 'silences longer than 30 days', '30日を超えるサイレンス', {
        sources: ['alertmanager'],
        combine: 'worst',
      }),
    },
    sources: ['prometheus', 'grafana', 'alertmanager'],
    windowDays: 7,
    ttlDays: 0.25,
    floor: 'derived',
    combine: 'best',
  },
  'pipeline-alert': {
    title: { en: 'Alert for the telemetry pipeline', ja: 'テレメトリ経路のアラート' },
    fields: { rules: field('count', 'live rules for a dead collector or log shipper', 'コレクター・ログ転送停止の生きたルール') },
    sources: ['prometheus'],
    windowDays: 7,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
} as const satisfies Record<string, EvidenceKind>;
