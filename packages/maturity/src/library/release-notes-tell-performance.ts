import { atLeast } from '../evidence/built-in-kinds.ts';
import type { Check } from '../model/model.ts';

export const releaseNotesTellPerformance = {
  id: 'release-notes-tell-performance',
  step: 1,
  weight: 10,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: { library: { gating: false, pass: atLeast('release-notes.performanceShare', 0.5) } },
  effort: 'S',
  docs: 'https://keepachangelog.com/en/1.1.0/',
  text: {
    en: {
      title: 'Release notes tell of performance',
      motivation: 'Who upgrades wants to know what it costs.',
      evidence: 'Half of the releases of 180 days speak of performance in their notes.',
      remediation: 'Add the benchmark comparison to the release notes.',
    },
    ja: {
      title: 'リリースノートが性能に触れる',
      motivation: '上げる人は、その対価を知りたい。',
      evidence: '180日のリリースの半分以上がノートで性能に触れること。',
      remediation: 'ベンチマークの比較をリリースノートに加える。',
    },
  },
} as const satisfies Check;
