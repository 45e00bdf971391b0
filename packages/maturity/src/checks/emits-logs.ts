import { atLeast, holds } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const logs = all(atLeast('log-stream.records', 1), atLeast('log-stream.severityShare', 0.9));

export const emitsLogs = {
  id: 'emits-logs',
  step: 0,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: logs },
    batch: { gating: true, pass: logs },
    web: { gating: false, pass: holds('client-error-stream.receiving') },
    mobile: { gating: false, pass: holds('client-error-stream.receiving') },
  },
  effort: 'S',
  docs: 'https://opentelemetry.io/docs/specs/otel/logs/data-model/',
  text: {
    en: {
      title: 'It emits logs that can be read',
      motivation: 'A log without a severity cannot be searched when it matters.',
      evidence: 'Log records of the last day, 90 % of them with a severity; for web and mobile a stream of client errors.',
      remediation: 'Write structured logs with a severity and ship them to the log store.',
    },
    ja: {
      title: '読めるログを出している',
      motivation: '重大度のないログは、いざというときに探せない。',
      evidence: '直近1日のログがあり、90 %以上に重大度があること。Webとモバイルはクライアントのエラーが届いていること。',
      remediation: '重大度付きの構造化ログを書き、ログ基盤へ送る。',
    },
  },
} as const satisfies Check;
