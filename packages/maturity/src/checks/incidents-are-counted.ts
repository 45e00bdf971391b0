import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const counted = all(atLeast('incident-source.incidents', 0), atMost('incident-source.syncAge', 1));

export const incidentsAreCounted = {
  id: 'incidents-are-counted',
  step: 1,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: counted },
    web: { gating: true, pass: counted },
    mobile: { gating: true, pass: counted },
    batch: { gating: true, pass: counted },
  },
  effort: 'S',
  docs: 'https://dora.dev/guides/dora-metrics/',
  text: {
    en: {
      title: 'Incidents are counted',
      motivation: 'How often it breaks is known only where every incident is written down.',
      evidence: 'A source of incidents that was read within a day.',
      remediation: 'Name the incident source in o11y.yaml: a paging service, or issues with the label incident.',
    },
    ja: {
      title: '障害が数えられている',
      motivation: 'どれだけ壊れるかは、全ての障害を記録して初めて分かる。',
      evidence: '1日以内に読めた障害の記録元があること。',
      remediation: '障害の記録元(呼び出しサービス、またはincidentラベルのissue)をo11y.yamlに書く。',
    },
  },
} as const satisfies Check;
