import { atLeast, atMost, holds } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

export const emitsMetrics = {
  id: 'emits-metrics',
  step: 0,
  weight: 40,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: {
      gating: true,
      pass: all(
        holds('request-metrics.rate'),
        holds('request-metrics.errors'),
        holds('request-metrics.duration'),
        atLeast('request-metrics.slotCoverage', 0.95),
      ),
    },
    web: {
      gating: true,
      pass: all(holds('web-vitals.lcp'), holds('web-vitals.inp'), holds('web-vitals.cls'), atLeast('web-vitals.pageViews', 1)),
    },
    mobile: { gating: true, pass: all(atLeast('app-sessions.sessions', 1), holds('app-sessions.crashFree')) },
    batch: {
      gating: true,
      pass: all(atMost('run-metrics.intervalsSinceSuccess', 2), holds('run-metrics.duration'), holds('run-metrics.processed')),
    },
  },
  effort: 'M',
  docs: 'https://opentelemetry.io/docs/specs/semconv/http/http-metrics/',
  text: {
    en: {
      title: 'It emits metrics',
      motivation: 'Without rate, errors and duration nobody can say how it is running, only that it runs.',
      evidence:
        'Rate, errors and duration of requests with data in 95 % of the 5-minute slots of a day; for a job the time of its last success, its duration and what it processed; for web LCP, INP and CLS; for mobile sessions and the crash-free rate.',
      remediation:
        'Add the metrics middleware or the OpenTelemetry instrumentation of your framework, and have the result scraped.',
    },
    ja: {
      title: 'メトリクスを出している',
      motivation:
        'リクエスト数・エラー・所要時間がなければ、「動いているか」は分かっても「どのように動いているか」は分からない。',
      evidence:
        '1日の5分枠の95 %以上にリクエスト数・エラー・所要時間のデータがあること。ジョブは最後の成功時刻・所要時間・処理件数、WebはLCP・INP・CLS、モバイルはセッション数とクラッシュフリー率。',
      remediation: 'フレームワークのメトリクス用ミドルウェアかOpenTelemetryの計装を入れ、収集対象にする。',
    },
  },
} as const satisfies Check;
