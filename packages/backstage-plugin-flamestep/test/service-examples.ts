import type { ServiceDetail, ServiceSummary, ServiceTrends } from '@flamestep/backstage-plugin-flamestep-common';

const both = (en: string) => ({ en, ja: en });
const NAMES = ['Getting Started', 'Reactive', 'Proactive', 'Predictive', 'Data Driven'];

export const NOW = Date.parse('2026-11-23T06:00:00Z');

const change = {
  time: '2026-11-19T10:00:00.000Z',
  commit: '2fb7133f8603bd5e6c197f3161a458d9c00b9b0e',
  times: 2.7,
  before: 1_140_000,
  after: 3_080_000,
  reportId: 'report-1',
  pullRequest: { number: 1482, title: 'Check price precision', url: 'https://github.com/shop/checkout/pull/1482' },
  commitUrl: 'https://github.com/shop/checkout/commit/2fb7133',
};

export const summary: ServiceSummary = {
  entityRef: 'component:default/checkout',
  owners: ['group:default/payments'],
  kind: 'backend',
  tier: 1,
  lifecycle: 'production',
  annotated: true,
  rated: true,
  step: 2,
  stepName: both('Proactive'),
  score: { low: 0.29, high: 0.38 },
  gate: 0.8,
  before: [
    { check: 'service-is-stable', title: both('The service is stable'), outcome: 'fail' },
    { title: both('Score of at least 80 % (now 29 %)') },
  ],
  premature: 1,
  stale: 0,
  failing: false,
  assessedAt: '2026-11-23T02:00:00.000Z',
  trend: {
    state: 'slower',
    key: 'checkout/decode',
    sampleType: 'cpu',
    unit: 'nanoseconds',
    measure: 'per-operation',
    subject: 'whole',
    level: 49_500_000,
    usual: 47_600_000,
    change: { value: 0.041, low: 0.028, high: 0.054 },
    since: change,
    function: { name: 'encoding/json.(*decodeState).literalStore', file: 'decode.go', times: 2.7 },
    sparkline: [
      [NOW - 9 * 86_400_000, 47_000_000],
      [NOW - 6 * 86_400_000, 47_600_000],
      [NOW - 2 * 86_400_000, 49_500_000],
    ],
  },
};

export const rated: ServiceDetail = {
  service: summary,
  sources: [{ type: 'prometheus', instance: 'main', state: 'answering', kinds: [] }],
  assessment: {
    apiVersion: 'flamestep.io/v1',
    service: { name: 'checkout', kind: 'backend', tier: 1, lifecycle: 'production' },
    model: { id: 'builtin', version: '1.0.0', digest: 'd', comparable: true },
    at: '2026-11-23T02:00:00.000Z',
    step: 2,
    rated: true,
    completed: 1,
    confidence: 0.92,
    steps: NAMES.map((name, step) => ({
      step,
      name: both(name),
      score: step < 2 ? { low: 1, high: 1 } : { low: 0.29, high: 0.38 },
      confidence: 1,
      gate: { open: step < 2, threshold: 0.8, blockers: [], since: '2026-08-03T00:00:00.000Z', evaluations: 3 },
    })),
    findings: [
      {
        check: 'service-is-stable',
        step: 2,
        weight: 40,
        gating: true,
        outcome: 'fail',
        satisfied: false,
        credit: { low: 0, high: 0 },
        stale: false,
        declaredOnly: false,
        premature: false,
        text: {
          en: { title: 'The service is stable', motivation: 'Why.', evidence: 'What.', remediation: 'Fix what pages most.' },
          ja: { title: '-', motivation: '-', evidence: '-', remediation: '-' },
        },
        effort: 'L',
        docs: 'https://sre.google/',
        measures: [
          {
            evidence: 'deploys',
            field: 'failed',
            unit: 'ratio',
            comparison: 'at-most',
            limit: 0.15,
            value: 0.21,
            state: 'missed',
            credit: { low: 0, high: 0 },
            belowFloor: false,
            stale: false,
            rests: 'e1',
            reason: undefined,
            words: both('changes that failed: 21 % (at most 15 %)'),
          },
        ],
      },
    ],
    premature: [
      {
        check: 'slo-after-stability',
        severity: 'warning',
        first: ['service-is-stable'],
        banked: 1,
        title: both('An SLO is written'),
        firstTitles: [both('The service is stable')],
      },
    ],
    next: [
      {
        id: 'fix-service-is-stable',
        kind: 'fix',
        title: both('Fix what pages most'),
        text: both('Before anything else.'),
        effort: 'L',
        checks: ['service-is-stable'],
        gain: 0.5,
        opensGate: false,
        priority: 1,
      },
    ],
    exemptions: [],
    evidence: {
      e1: {
        id: 'e1',
        kind: 'deploys',
        subject: 'checkout',
        basis: 'measured',
        source: { type: 'github', instance: 'main' },
        query: 'deployments?environment=production',
        observedAt: '2026-11-23T02:00:00.000Z',
        values: { failed: 0.21 },
        title: both('Deploys'),
      },
    },
  },
};

export const notRated: ServiceDetail = {
  service: {
    entityRef: 'component:default/ledger',
    owners: [],
    kind: 'batch',
    tier: 3,
    lifecycle: 'production',
    annotated: true,
    rated: false,
    before: [],
    premature: 0,
    stale: 0,
    failing: false,
    trend: { state: 'no-data' },
  },
  sources: [],
};

export const failing: ServiceDetail = {
  ...rated,
  service: {
    ...summary,
    staleSince: '2026-11-11T06:00:00.000Z',
    stale: 5,
    failing: true,
    trend: { state: 'silent', lastAt: '2026-10-14T00:00:00Z' },
  },
  sources: [{ type: 'prometheus', instance: 'prod-eu', state: 'failing', since: '2026-11-11T06:00:00.000Z', kinds: [] }],
};

export const trends: ServiceTrends = {
  profiles: [
    { key: 'checkout/decode', sampleType: 'cpu', unit: 'nanoseconds', measure: 'per-operation', summary: summary.trend },
  ],
  selected: {
    key: 'checkout/decode',
    sampleType: 'cpu',
    unit: 'nanoseconds',
    measure: 'per-operation',
    summary: summary.trend,
    from: '2026-08-25T00:00:00.000Z',
    to: '2026-11-23T00:00:00.000Z',
    lines: [
      {
        function: { name: 'encoding/json.(*decodeState).literalStore', file: 'decode.go' },
        unit: 'nanoseconds',
        points: [1_100_000, 1_150_000, 1_140_000, 3_080_000].map((value, day) => ({
          time: `2026-11-${16 + day}T10:00:00.000Z`,
          commit: `${day}fb7133f8603bd5e6c197f3161a458d9c00b9b0e`,
          value,
          runs: 5,
          reportId: `report-${day}`,
        })),
        usual: { level: 1_140_000, low: 1_000_000, high: 1_300_000 },
        limit: 1_710_000,
        current: 3_080_000,
        times: 2.7,
        changes: [change],
        outliers: [],
      },
    ],
  },
};
