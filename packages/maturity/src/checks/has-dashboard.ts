import { atLeast } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const filled = all(atLeast('dashboards.dashboards', 1), atLeast('dashboards.filledPanelShare', 0.8));

export const hasDashboard = {
  id: 'has-dashboard',
  step: 0,
  weight: 10,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: false, pass: filled },
    web: { gating: false, pass: filled },
    mobile: { gating: false, pass: filled },
    batch: { gating: false, pass: filled },
  },
  effort: 'S',
  docs: 'https://grafana.com/docs/grafana/latest/dashboards/',
  text: {
    en: {
      title: 'A dashboard shows how it runs',
      motivation: 'Numbers that nobody sees answer no question.',
      evidence: 'A dashboard of this service, 80 % of its panels with data.',
      remediation: 'Make a dashboard for the service, or mend the panels that are empty.',
    },
    ja: {
      title: '動きがダッシュボードで見える',
      motivation: '誰も見ない数字は、何の問いにも答えない。',
      evidence: 'このサービスのダッシュボードがあり、パネルの80 %以上にデータがあること。',
      remediation: 'サービスのダッシュボードを作るか、空のパネルを直す。',
    },
  },
} as const satisfies Check;
