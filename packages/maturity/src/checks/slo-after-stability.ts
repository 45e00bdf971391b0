import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const slo = all(
  atLeast('slo-definition.valid', 1),
  atMost('slo-definition.reviewAge', 180),
  atLeast('slo-live.coverage', 0.95),
  atLeast('slo-live.burnAlerts', 1),
);

export const sloAfterStability = {
  id: 'slo-after-stability',
  step: 2,
  weight: 30,
  lifecycle: 'stable',
  exemptible: true,
  requires: ['service-is-stable'],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: slo },
    web: { gating: true, pass: slo },
    mobile: { gating: true, pass: slo },
    batch: { gating: true, pass: slo },
  },
  effort: 'M',
  docs: 'https://sre.google/workbook/alerting-on-slos/',
  text: {
    en: {
      title: 'An SLO is written, live and alerting',
      motivation: 'An SLO on a stable service says when to stop and fix. On an unstable one it only says that it is missed.',
      evidence:
        'A valid SLO, reviewed within 180 days, whose indicator has data for 95 % of 28 days, with a live alert on its burn rate.',
      remediation: 'Write the SLO in OpenSLO or Sloth, and generate its burn-rate alerts.',
    },
    ja: {
      title: 'SLOが定義され、稼働し、警報する',
      motivation: '安定したサービスのSLOは、止まって直すときを教える。不安定なら、未達を告げるだけになる。',
      evidence: '有効なSLOがあり、180日以内に見直され、28日の95 %以上に指標データがあり、消費速度のアラートが生きていること。',
      remediation: 'OpenSLOかSlothでSLOを書き、消費速度のアラートを生成する。',
    },
  },
} as const satisfies Check;
