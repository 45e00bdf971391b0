import { field } from '../field.ts';
import type { EvidenceKind } from '../evidence-kind.ts';

/** What happens when something breaks. */
export const response = {
  'incident-detection': {
    title: { en: 'Who noticed the incidents', ja: '障害に気づいた経路' },
    // Samples: incidents.
    fields: {
      incidents: field('count', 'incidents', '障害件数'),
      detectedShare: field('ratio', 'incidents that an alert announced first', 'アラートが先に知らせた障害'),
    },
    sources: ['github', 'pagerduty', 'crash-reporter'],
    windowDays: 90,
    ttlDays: 1,
    floor: 'derived',
    combine: 'worst',
  },
  'detection-proof': {
    title: { en: 'Proof that alerts arrive', ja: 'アラートが届く証拠' },
    fields: {
      age: field('age', 'last page delivered, in test, drill or earnest', '最後に届いた通知(試験・訓練・本番)からの日数'),
    },
    sources: ['alertmanager', 'pagerduty'],
    windowDays: 90,
    ttlDays: 1,
    floor: 'derived',
    combine: 'best',
  },
  'paging-route': {
    title: { en: 'Route of a page', ja: '通知の経路' },
    fields: {
      alertmanagers: field('count', 'active Alertmanagers', '稼働中のAlertmanager'),
      integrations: field('count', 'integrations of the receiver that the route ends at', '経路の行き先の連携数', {
        sources: ['alertmanager', 'pagerduty'],
      }),
      onCallDays: field('days', 'of the next 14 days with somebody on call', '今後14日のうち当番のいる日', {
        sources: ['calendar', 'pagerduty'],
      }),
    },
    sources: ['alertmanager', 'calendar', 'pagerduty'],
    windowDays: 0,
    ttlDays: 1,
    floor: 'derived',
    combine: 'best',
  },
  'response-kit': {
    title: { en: 'What responders are given', ja: '対応者の手がかり' },
    fields: {
      runbookShare: field(
        'ratio',
        'paging rules with a runbook that opens and a dashboard',
        '開けるランブックとダッシュボードのある通知ルール',
      ),
    },
    sources: ['prometheus', 'grafana'],
    windowDays: 0,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
  'response-load': {
    title: { en: 'Load on responders', ja: '対応者の負荷' },
    fields: {
      acknowledgeMedian: field('seconds', 'median time to acknowledge', '確認までの中央値', { sources: ['github', 'pagerduty'] }),
      pagesPerWeek: field('count', 'pages a week', '週当たりの呼び出し'),
    },
    sources: ['prometheus', 'github', 'pagerduty', 'alertmanager'],
    windowDays: 28,
    ttlDays: 7,
    floor: 'derived',
    combine: 'worst',
  },
  'incident-reviews': {
    title: { en: 'Reviews of incidents', ja: '障害の振り返り' },
    fields: {
      postmortemShare: field('ratio', 'severe incidents with a postmortem', 'ポストモーテムのある重大障害'),
      closedActionShare: field('ratio', 'actions closed within 30 days', '30日以内に閉じた対策'),
      recoveryChange: field('factor', 'recovery time against the 90 days before', '復旧時間(前の90日比)'),
    },
    sources: ['github', 'pagerduty'],
    windowDays: 90,
    ttlDays: 7,
    floor: 'derived',
    combine: 'worst',
  },
  'incident-source': {
    title: { en: 'Where incidents are kept', ja: '障害の記録元' },
    fields: {
      incidents: field('count', 'incidents', '障害件数'),
      syncAge: field('age', 'last successful read', '最後の読み取りからの日数'),
    },
    sources: ['github', 'pagerduty'],
    windowDays: 90,
    ttlDays: 1,
    floor: 'derived',
    combine: 'best',
  },
  'recovery-time': {
    title: { en: 'Time to recover', ja: '復旧時間' },
    fields: {
      incidents: field('count', 'incidents or bad releases', '障害・不良リリース件数'),
      median: field('seconds', 'median time to recover', '復旧までの中央値'),
    },
    sources: ['github', 'prometheus', 'pagerduty', 'crash-reporter'],
    windowDays: 90,
    ttlDays: 1,
    floor: 'derived',
    combine: 'best',
  },
  'triage-contact': {
    title: { en: 'Contact and first response', ja: '連絡先と初回応答' },
    fields: {
      contact: field('flag', 'a security or triage contact is published', 'セキュリティ・トリアージの連絡先がある'),
      reports: field('count', 'reports of others', '外部からの報告'),
      firstResponseMedian: field('days', 'median time to a first response', '初回応答までの中央値'),
    },
    sources: ['github'],
    windowDays: 90,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
} as const satisfies Record<string, EvidenceKind>;
