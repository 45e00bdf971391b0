import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

export const slowerBenchmarksAreNamed = {
  id: 'slower-benchmarks-are-named',
  step: 1,
  weight: 30,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    library: {
      gating: true,
      pass: all(atLeast('benchmark-deviations.releases', 1), atMost('benchmark-deviations.unexplained', 0)),
    },
  },
  effort: 'M',
  docs: 'https://pkg.go.dev/golang.org/x/perf/cmd/benchstat',
  text: {
    en: {
      title: 'What got slower in a release can be named',
      motivation: 'Users notice a slow release after they have upgraded.',
      evidence: 'The benchmarks of the releases of 90 days were compared, and each that got worse has an issue or a note.',
      remediation: 'Compare benchmarks between releases, and open an issue for each that got worse.',
    },
    ja: {
      title: 'リリースで遅くなったものを答えられる',
      motivation: '利用者は、上げてから遅さに気づく。',
      evidence: '90日のリリースのベンチマークが比べられ、悪化にはissueか注記があること。',
      remediation: 'リリース間でベンチマークを比べ、悪化はissueにする。',
    },
  },
} as const satisfies Check;
