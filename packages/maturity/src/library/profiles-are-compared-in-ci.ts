import { atLeast } from '../evidence/built-in-kinds.ts';
import type { Check } from '../model/model.ts';

export const profilesAreComparedInCi = {
  id: 'profiles-are-compared-in-ci',
  step: 0,
  weight: 30,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: { library: { gating: true, pass: atLeast('ci-profiles.comparedShare', 0.5, 1) } },
  effort: 'S',
  docs: 'https://go.dev/blog/pprof',
  text: {
    en: {
      title: 'Profiles are compared in CI',
      motivation: 'A number says that it got slower, a profile says where.',
      evidence: 'A profile comparison for half of the changes of 28 days.',
      remediation: 'Add the profile comparison to the pull-request workflow.',
    },
    ja: {
      title: 'プロファイルをCIで比べる',
      motivation: '数字は遅くなったことを、プロファイルはその場所を教える。',
      evidence: '28日の変更の半分以上にプロファイル比較があること。',
      remediation: 'プルリクエストの処理にプロファイル比較を加える。',
    },
  },
} as const satisfies Check;
