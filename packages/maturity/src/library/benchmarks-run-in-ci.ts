import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

export const benchmarksRunInCi = {
  id: 'benchmarks-run-in-ci',
  step: 0,
  weight: 40,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: { library: { gating: true, pass: all(atLeast('benchmarks.benchmarks', 1), atMost('benchmarks.age', 7)) } },
  effort: 'M',
  docs: 'https://pkg.go.dev/testing#hdr-Benchmarks',
  text: {
    en: {
      title: 'Benchmarks run in CI',
      motivation: 'A library has no production of its own. Its benchmarks are where its speed shows.',
      evidence: 'A benchmark that CI ran within 7 days.',
      remediation: 'Write a benchmark of the most used path and run it in CI.',
    },
    ja: {
      title: 'ベンチマークがCIで動く',
      motivation: 'ライブラリには自分の本番がない。速さはベンチマークに表れる。',
      evidence: '7日以内にCIが実行したベンチマークがあること。',
      remediation: '最も使われる経路のベンチマークを書き、CIで動かす。',
    },
  },
} as const satisfies Check;
