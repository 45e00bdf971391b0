import { atLeast, atMost, holds } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const normal = all(
  atLeast('normal-declaration.ranges', 1),
  atMost('normal-declaration.age', 180),
  holds('normal-held.resolves'),
  atLeast('normal-held.inRangeShare', 0.95),
);

export const normalIsDefined = {
  id: 'normal-is-defined',
  step: 0,
  weight: 30,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: normal },
    web: { gating: true, pass: normal },
    mobile: { gating: true, pass: normal },
    batch: { gating: true, pass: normal },
  },
  effort: 'S',
  docs: 'https://sre.google/workbook/implementing-slos/',
  text: {
    en: {
      title: 'Normal is defined, and it holds',
      motivation: 'What is normal differs from service to service. Who has not said it cannot see what is not.',
      evidence:
        'A range for a metric per operation or journey in o11y.yaml, not older than 180 days; every metric resolves, and 95 % of the slots of a week are within their range.',
      remediation:
        'Write the normal ranges into o11y.yaml; when they do not hold, find out whether the service or the range is wrong.',
    },
    ja: {
      title: '「正常」が定義され、守られている',
      motivation: '「正常」はサービスごとに違う。決めていなければ、異常も見えない。',
      evidence:
        'o11y.yamlに操作・導線ごとの指標の範囲があり180日以内に更新され、全指標にデータがあり、1週間の枠の95 %以上が範囲内であること。',
      remediation: 'o11y.yamlに正常範囲を書く。外れるなら、サービスと範囲のどちらが誤りかを調べる。',
    },
  },
} as const satisfies Check;
