import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const tidy = [atMost('alert-rules.broken', 0), atMost('alert-rules.stuck', 0), atMost('alert-rules.longSilences', 0)];

export const alertsHaveLiveSeries = {
  id: 'alerts-have-live-series',
  step: 0,
  weight: 30,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: {
      gating: true,
      pass: all(
        atLeast('alert-rules.latency', 1),
        atLeast('alert-rules.errors', 1),
        atLeast('alert-rules.availability', 1),
        ...tidy,
      ),
    },
    web: { gating: true, pass: all(atLeast('alert-rules.clientErrors', 1), ...tidy) },
    mobile: { gating: true, pass: all(atLeast('alert-rules.crashes', 1), ...tidy) },
    batch: { gating: true, pass: all(atLeast('alert-rules.staleness', 1), ...tidy) },
  },
  effort: 'S',
  docs: 'https://prometheus.io/docs/practices/alerting/',
  text: {
    en: {
      title: 'Alerts can ring, and are tidy',
      motivation: 'A rule on a series that does not exist looks healthy and never rings. One that always rings is not heard.',
      evidence:
        'A live rule for each symptom (errors, latency, availability; missed runs of a job; crashes; client errors), every selector with series; no broken rule, none that fires 95 % of a week, no silence longer than 30 days.',
      remediation: 'Point each rule at a series that exists, remove rules that always fire, end old silences.',
    },
    ja: {
      title: 'アラートが鳴り、整理されている',
      motivation: '存在しない系列のルールは正常に見えて決して鳴らない。鳴りっぱなしのルールは聞かれない。',
      evidence:
        '症状(エラー・レイテンシ・可用性、ジョブの実行漏れ、クラッシュ、クライアントのエラー)ごとに系列の実在するルールがあり、壊れたルール、週の95 %以上鳴るルール、30日を超えるサイレンスがないこと。',
      remediation: '各ルールを実在する系列に向け、鳴り続けるルールを消し、古いサイレンスを終える。',
    },
  },
} as const satisfies Check;
