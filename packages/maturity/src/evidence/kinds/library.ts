import { field } from '../field.ts';
import type { EvidenceKind } from '../evidence-kind.ts';

/** What a library can show: it has no runtime of its own. */
export const library = {
  benchmarks: {
    title: { en: 'Benchmarks', ja: 'ベンチマーク' },
    fields: {
      benchmarks: field('count', 'benchmarks that CI runs', 'CIで実行されるベンチマーク'),
      age: field('age', 'last run', '最後の実行からの日数'),
    },
    sources: ['flamestep', 'github'],
    windowDays: 0,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
  'ci-profiles': {
    title: { en: 'Profiles in CI', ja: 'CIのプロファイル' },
    fields: { comparedShare: field('ratio', 'changes with a profile comparison', 'プロファイル比較のある変更') },
    sources: ['flamestep', 'github'],
    windowDays: 28,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
  'instrumentation-dependency': {
    title: { en: 'How it emits telemetry', ja: 'テレメトリの出し方' },
    fields: { apiOnly: field('flag', 'it depends on the API and not on an SDK', 'SDKでなくAPIだけに依存する') },
    sources: ['github', 'repository'],
    windowDays: 0,
    ttlDays: 7,
    floor: 'derived',
    combine: 'worst',
  },
  'benchmark-deviations': {
    title: { en: 'Benchmarks that got worse', ja: '悪化したベンチマーク' },
    fields: {
      releases: field('count', 'releases compared', '比較したリリース'),
      unexplained: field('count', 'worse ones without an issue or a note', 'issueも注記もない悪化'),
    },
    sources: ['flamestep', 'github'],
    windowDays: 90,
    ttlDays: 7,
    floor: 'derived',
    combine: 'worst',
  },
  'release-notes': {
    title: { en: 'Release notes', ja: 'リリースノート' },
    fields: { performanceShare: field('ratio', 'releases whose notes speak of performance', '性能に触れたリリースノート') },
    sources: ['github'],
    windowDays: 180,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
} as const satisfies Record<string, EvidenceKind>;
