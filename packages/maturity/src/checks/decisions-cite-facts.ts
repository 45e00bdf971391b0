import { atLeast } from '../evidence/built-in-kinds.ts';
import type { Check } from '../model/model.ts';

const cited = atLeast('fact-citations.citedShare', 0.3);

export const decisionsCiteFacts = {
  id: 'decisions-cite-facts',
  step: 4,
  weight: 10,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: false, pass: cited },
    web: { gating: false, pass: cited },
    mobile: { gating: false, pass: cited },
    batch: { gating: false, pass: cited },
  },
  effort: 'M',
  docs: 'https://sre.google/workbook/postmortem-culture/',
  text: {
    en: {
      title: 'Decisions cite facts',
      motivation: 'The goal is not telemetry but a culture of facts and feedback.',
      evidence: '30 % of the changes, postmortems and decisions of 90 days link to telemetry.',
      remediation: 'Link the graph or the profile that a change rests on.',
    },
    ja: {
      title: '意思決定が事実に基づく',
      motivation: '目標はテレメトリの収集ではなく、事実とフィードバックに基づく文化である。',
      evidence: '90日の変更・振り返り・決定の30 %以上にテレメトリへのリンクがあること。',
      remediation: '変更の根拠のグラフやプロファイルへのリンクを書く。',
    },
  },
} as const satisfies Check;
