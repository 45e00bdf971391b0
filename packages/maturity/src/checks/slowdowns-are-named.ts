import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const named = all(atLeast('deviations.baselineWeeks', 2, 100), atMost('deviations.unexplained', 0));

export const slowdownsAreNamed = {
  id: 'slowdowns-are-named',
  step: 2,
  weight: 30,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: { gating: true, pass: named },
    web: { gating: true, pass: named },
    mobile: { gating: true, pass: named },
    batch: { gating: true, pass: named },
  },
  effort: 'M',
  docs: 'https://prometheus.io/docs/practices/histograms/',
  text: {
    en: {
      title: 'What is 1.5 times slower than usual can be named',
      motivation: 'An average hides the one route that got slow. Being able to say which is what observability is for.',
      evidence:
        'A list of operations that are 1.5 times worse than the same hour of earlier weeks, from at least 2 weeks and 100 events; each older than 72 hours has an issue or a note.',
      remediation:
        'Record latency by route in buckets that can show 1.5 times, keep it for some weeks, and open an issue for each deviation.',
    },
    ja: {
      title: '普段の1.5倍悪いものを答えられる',
      motivation: '平均は、遅くなった1つの経路を隠す。どれかを答えられることがオブザーバビリティである。',
      evidence:
        '過去の同じ時間帯より1.5倍悪い操作の一覧が、2週間以上・100件以上のデータから作れ、72時間を超えたものにはissueか注記があること。',
      remediation: '1.5倍が見えるバケットで経路別のレイテンシを記録し、数週間残し、外れたものはissueにする。',
    },
  },
} as const satisfies Check;
