import { field } from '../field.ts';
import type { EvidenceKind } from '../evidence-kind.ts';

/** What decisions rest on. */
export const decisions = {
  'deploy-verdicts': {
    title: { en: 'Verdicts on deploys', ja: 'デプロイの評価' },
    // Samples: production deployments.
    fields: { verdictShare: field('ratio', 'production deploys with an automatic verdict', '自動評価のある本番デプロイ') },
    sources: ['flamestep', 'kubernetes', 'github'],
    windowDays: 30,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
  'customer-outcome': {
    title: { en: 'Customer outcome', ja: '顧客の成果' },
    fields: {
      series: field('count', 'business or customer series with data', 'データのある事業・顧客指標'),
      uses: field('count', 'SLOs or deploy verdicts that use one', 'それを使うSLO・デプロイ評価'),
    },
    sources: ['prometheus'],
    windowDays: 7,
    ttlDays: 90,
    floor: 'derived',
    combine: 'best',
  },
  'fact-citations': {
    title: { en: 'Facts in decisions', ja: '意思決定の根拠' },
    fields: {
      citedShare: field('ratio', 'changes and reviews with a link to telemetry', 'テレメトリへのリンクがある変更・振り返り'),
    },
    sources: ['github'],
    windowDays: 90,
    ttlDays: 7,
    floor: 'derived',
    combine: 'worst',
  },
  'chaos-experiments': {
    title: { en: 'Chaos experiments', ja: 'カオス実験' },
    fields: {
      recorded: field('count', 'experiments with a recorded verdict', '結果が記録された実験'),
      boundedShare: field('ratio', 'that name a steady state and a stop condition', '定常状態と停止条件のある実験'),
    },
    sources: ['github', 'kubernetes', 'chaos'],
    windowDays: 90,
    ttlDays: 7,
    floor: 'derived',
    combine: 'best',
  },
} as const satisfies Record<string, EvidenceKind>;
