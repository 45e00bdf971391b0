import type { Localized } from '../localized.ts';

/** What sources are called. A type that is not listed is shown as it is. */
export const SOURCE_NAMES: Readonly<Record<string, Localized>> = {
  prometheus: { en: 'Prometheus', ja: 'Prometheus' },
  alertmanager: { en: 'Alertmanager', ja: 'Alertmanager' },
  grafana: { en: 'Grafana', ja: 'Grafana' },
  loki: { en: 'the log store', ja: 'ログ基盤' },
  jaeger: { en: 'the trace store', ja: 'トレース基盤' },
  pyroscope: { en: 'the profile store', ja: 'プロファイル基盤' },
  newrelic: { en: 'New Relic', ja: 'New Relic' },
  'google-cloud': { en: 'Google Cloud', ja: 'Google Cloud' },
  rum: { en: 'real user monitoring', ja: '実ユーザー計測' },
  'crash-reporter': { en: 'the crash reporter', ja: 'クラッシュ収集' },
  github: { en: 'the GitHub repository', ja: 'GitHubリポジトリ' },
  pagerduty: { en: 'the paging service', ja: '呼び出しサービス' },
  calendar: { en: 'the on-call calendar', ja: '当番カレンダー' },
  manifest: { en: 'o11y.yaml', ja: 'o11y.yaml' },
  openslo: { en: 'the SLO files', ja: 'SLOファイル' },
  kubernetes: { en: 'Kubernetes', ja: 'Kubernetes' },
  opencost: { en: 'OpenCost', ja: 'OpenCost' },
  flamestep: { en: 'flamestep reports', ja: 'flamestepレポート' },
  repository: { en: 'the repository', ja: 'リポジトリ' },
};
