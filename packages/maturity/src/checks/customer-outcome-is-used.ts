import { atLeast } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const used = all(atLeast('customer-outcome.series', 1), atLeast('customer-outcome.uses', 1));

export const customerOutcomeIsUsed = {
  id: 'customer-outcome-is-used',
  step: 4,
  weight: 30,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: { backend: { gating: true, pass: used }, web: { gating: true, pass: used }, mobile: { gating: true, pass: used } },
  effort: 'M',
  docs: 'https://sre.google/workbook/slo-engineering-case-studies/',
  text: {
    en: {
      title: 'What customers get is measured and used',
      motivation: 'Items in a cart and sales are metrics too, and the ones that matter.',
      evidence: 'A business or customer series with data in 7 days that an SLO or a deploy verdict uses.',
      remediation: 'Name the series in o11y.yaml with the role customer-outcome, and use it in an SLO.',
    },
    ja: {
      title: '顧客の成果を測り、使っている',
      motivation: 'カートの商品数や売上も指標であり、最も大事な指標である。',
      evidence: '7日以内にデータのある事業・顧客指標があり、SLOかデプロイ評価がそれを使うこと。',
      remediation: 'o11y.yamlにcustomer-outcomeの役割で系列を書き、SLOで使う。',
    },
  },
} as const satisfies Check;
