import { atMost } from '../evidence/built-in-kinds.ts';
import type { Check } from '../model/model.ts';

const early = atMost('first-telemetry.daysAfterDeployment', 7);

export const instrumentedEarly = {
  id: 'instrumented-early',
  step: 0,
  weight: 10,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: false, pass: early },
    web: { gating: false, pass: early },
    mobile: { gating: false, pass: early },
    batch: { gating: false, pass: early },
  },
  effort: 'S',
  docs: 'https://opentelemetry.io/docs/what-is-opentelemetry/',
  text: {
    en: {
      title: 'It was instrumented from the start',
      motivation: 'Observability is hard to add later.',
      evidence: 'The first telemetry came within 7 days of the first production deployment.',
      remediation:
        'The past cannot be changed: instrument the next service before its first deployment, or ask for an exemption.',
    },
    ja: {
      title: '稼働当初から計装されている',
      motivation: 'あとからオブザーバビリティを足すのは難しい。',
      evidence: '初回の本番デプロイから7日以内に最初のテレメトリがあること。',
      remediation: '過去は変えられない。次のサービスは初回デプロイの前に計装し、これは免除を申請する。',
    },
  },
} as const satisfies Check;
