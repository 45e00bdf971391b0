import type { Change, FunctionComparison, SampleTypeComparison, Verdict, VerdictWord } from '@flamestep/diff';
import type { FlameTree } from '@flamestep/flamegraph';
import { type Acknowledge, buildReport, type Report, type ReportParts } from '../src/index.ts';

/** Reports of one invented service, `checkout`, for each state that a reader can meet. */

const LITERAL = 'encoding/json.(*decodeState).literalStore';

export const change = (base: number, head: number, spread: number): Change => ({
  base,
  head,
  change: head - base,
  low: head - base - spread,
  high: head - base + spread,
});

/** A function of the CPU profile; costs in milliseconds an operation of 47.6 ms. */
export function row(name: string, verdict: Verdict, base: number, head: number, spread = 0.77): FunctionComparison {
  const unit = 1e6;
  const whole = 47.6;
  return {
    name,
    file: `${name.split('.')[0]}/code.go`,
    startLine: 120,
    verdict,
    ...change(base * unit, head * unit, spread * unit),
    share: change(base / whole, head / whole, spread / whole),
    samples: { base: Math.round(base * 30), head: Math.round(head * 30) },
    total: change(base * 2 * unit, head * 2 * unit, spread * 2 * unit),
  };
}

export const slowLiteral: FunctionComparison = {
  ...row(LITERAL, 'slower', 1.3, 3.23),
  file: 'encoding/json/decode.go',
  startLine: 870,
  p: 0.0004,
  hotLine: 934,
  path: [
    { name: 'checkout/cart.Decode', file: 'cart/decode.go', line: 57, base: 44.5e6, head: 46.6e6 },
    { name: 'encoding/json.Unmarshal', file: 'encoding/json/decode.go', line: 107, base: 44.5e6, head: 46.6e6 },
    { name: 'encoding/json.(*decodeState).unmarshal', file: 'encoding/json/decode.go', line: 180, base: 34.9e6, head: 36.6e6 },
    { name: 'encoding/json.(*decodeState).value', file: 'encoding/json/decode.go', line: 380, base: 34.9e6, head: 36.6e6 },
    { name: LITERAL, file: 'encoding/json/decode.go', line: 934, base: 13.8e6, head: 15.9e6 },
  ],
  touched: [{ file: 'cart/decode.go', line: 57, name: 'checkout/cart.Decode', role: 'caller' }],
};

export const fasterEncode: FunctionComparison = row('checkout/cart.encode', 'faster', 4.1, 3.02, 0.4);
export const movedPrice: FunctionComparison = {
  ...row('checkout/money.Parse', 'moved', 1.12, 1.1, 0.1),
  moved: {
    kind: 'renamed',
    from: [{ name: 'checkout/cart.parsePrice', file: 'cart/price.go' }],
    to: [{ name: 'checkout/money.Parse', file: 'money/parse.go' }],
  },
};
const noisy = [
  row('runtime.mallocgc', 'inconclusive', 2.47, 1.8),
  row('encoding/json.checkValid', 'inconclusive', 3.83, 4.6, 1),
  row('encoding/json.stateInString', 'inconclusive', 2.37, 1.87),
];
const unchanged = [
  row('encoding/json.stateEndValue', 'unchanged', 2.1, 2.05, 0.2),
  row('reflect.Value.Elem', 'unchanged', 0.6, 0.58, 0.1),
];

export const zero: Readonly<Record<VerdictWord, number>> = {
  slower: 0,
  faster: 0,
  new: 0,
  gone: 0,
  moved: 0,
  unchanged: 0,
  inconclusive: 0,
};

export function cpu(parts: Partial<SampleTypeComparison> = {}): SampleTypeComparison {
  const findings = parts.findings ?? [];
  return {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    verdict: 'unchanged',
    method: 'moderated-t',
    runs: { base: 5, head: 5 },
    samples: { base: 1427, head: 1485 },
    normalization: {
      kind: 'per-operation',
      operations: { base: 300, head: 300 },
      reason: 'The benchmark says how many operations each run did.',
    },
    divisors: { base: 300, head: 300 },
    whole: { ...change(47.6e6, 49.55e6, 3.57e6), verdict: 'inconclusive' },
    thresholds: { relative: 0.1, share: 0.005, level: 0.01, visible: 0.04 },
    noiseFloor: 0.016,
    smallestDetectable: 0.021,
    counts: { ...zero, unchanged: 41, inconclusive: 3 },
    functions: [...findings, ...noisy, ...unchanged],
    findings,
    indications: [],
    prior: { dispersion: 1.2, degreesOfFreedom: 40, comparisons: 3 },
    ...parts,
  };
}

export function allocations(parts: Partial<SampleTypeComparison> = {}): SampleTypeComparison {
  return cpu({
    sampleType: { type: 'alloc_space', unit: 'bytes' },
    method: 'exact',
    normalization: { kind: 'absolute', reason: 'Every run does the same work.' },
    whole: { ...change(3_145_728, 3_145_728, 0), verdict: 'unchanged' },
    noiseFloor: 0,
    smallestDetectable: 0,
    counts: { ...zero, unchanged: 45 },
    functions: [],
    ...parts,
  });
}

const machine = { os: 'linux', arch: 'amd64', cpu: 'EPYC 7763', cores: 2, runner: 'ubuntu-24.04', runtime: 'go1.25.1' };

export const links = {
  artifact: 'https://github.example/shop/checkout/actions/runs/9001/artifacts/1',
  summary: 'https://github.example/shop/checkout/actions/runs/9001',
  portal: 'https://portal.example/flamestep/reports/7f3c',
  docs: 'https://docs.example/flamestep/acknowledge',
  config: 'https://github.example/shop/checkout/blob/e93d15c/.github/flamestep.yml#L4',
};

export function reportOf(parts: Partial<ReportParts> = {}): Report {
  return buildReport({
    subject: {
      name: 'checkout',
      profile: 'BenchmarkDecodeCart',
      base: { commit: '4be07a2c', label: 'main' },
      head: {
        commit: 'e93d15cb',
        pullRequest: 1482,
        label: 'check-price-precision',
        title: 'Check price precision when decoding carts',
      },
    },
    comparison: { profiles: [cpu(), allocations()], notes: [] },
    provenance: {
      tool: '0.1.0',
      run: { id: '9001', attempt: 1 },
      recordedAt: '2026-11-13T14:22:10Z',
      repository: 'shop/checkout',
    },
    environment: { base: machine, head: machine },
    baseline: { kind: 'same-run', branch: 'main', distance: 1 },
    recording: { order: 'alternating', cpuRate: 100 },
    reproduce: "flamestep ab --base-ref=main --runs=5 -- go test -run='^$' -bench=DecodeCart -cpuprofile={profile} ./cart",
    links,
    ...parts,
  });
}

const regressedCpu = cpu({
  verdict: 'slower',
  counts: { ...zero, slower: 1, unchanged: 41, inconclusive: 3 },
  findings: [slowLiteral],
});

const inconclusive = cpu({
  verdict: 'inconclusive',
  runs: { base: 3, head: 3 },
  samples: { base: 212, head: 198 },
  smallestDetectable: 0.059,
  runsNeeded: 10,
  counts: { ...zero, inconclusive: 45 },
});

/** Accepts what `slowLiteral` costs now. */
export const acceptLiteral: Acknowledge = ({ name }) =>
  name === LITERAL ? { reason: 'Prices are decimals now, see checkout#1482 | agreed.', until: '2026-12-31' } : undefined;

const manyFindings = Array.from({ length: 40 }, (_, i) => ({
  ...row(`checkout/generated.Handler${i}.${'Segment'.repeat(12)}`, 'slower', 0.5, 1.5 + i / 40),
  path: Array.from({ length: 9 }, (_, depth) => ({
    name: `checkout/generated.level${depth}`,
    file: 'generated/level.go',
    line: depth,
    base: 30e6,
    head: 32e6,
  })),
}));

const nothing = { comparison: undefined, environment: undefined, recording: undefined, reproduce: undefined } as const;

/** Every state, by the name of its golden. */
export const states: Readonly<Record<string, Report | readonly Report[]>> = {
  'no-change': reportOf({
    comparison: { profiles: [cpu({ counts: { ...zero, unchanged: 45 }, smallestDetectable: 0.014 })], notes: [] },
  }),
  'slower-whole': reportOf({
    comparison: {
      profiles: [cpu({ verdict: 'slower', whole: { ...change(13.1e6, 13.87e6, 0.43e6), verdict: 'slower' } })],
      notes: [],
    },
  }),
  regressed: reportOf({ comparison: { profiles: [regressedCpu, allocations()], notes: [] } }),
  improved: reportOf({
    comparison: {
      profiles: [
        cpu({ verdict: 'faster', counts: { ...zero, faster: 1, unchanged: 43, inconclusive: 1 }, findings: [fasterEncode] }),
      ],
      notes: [],
    },
  }),
  mixed: reportOf({
    comparison: {
      profiles: [
        cpu({
          verdict: 'slower',
          counts: { ...zero, slower: 1, faster: 1, moved: 1, new: 1, unchanged: 39, inconclusive: 3 },
          findings: [slowLiteral, row('checkout/cart.validate', 'new', 0, 0.62, 0.2), fasterEncode, movedPrice],
        }),
        allocations({
          verdict: 'slower',
          counts: { ...zero, slower: 1, unchanged: 44 },
          findings: [{ ...row('checkout/cart.grow', 'slower', 0.5, 0.75, 0), total: change(1, 2, 0) }],
        }),
      ],
      notes: ['Run 3 of the base was left out: it took twice as long as the others.'],
    },
  }),
  moved: reportOf({
    comparison: {
      profiles: [cpu({ verdict: 'moved', counts: { ...zero, moved: 1, unchanged: 44 }, findings: [movedPrice] })],
      notes: [],
    },
  }),
  'unstable-only': reportOf(),
  inconclusive: reportOf({ comparison: { profiles: [inconclusive], notes: [] } }),
  indicative: reportOf({
    comparison: {
      profiles: [
        cpu({
          verdict: 'indicative slower',
          method: 'indicative',
          runs: { base: 1, head: 1 },
          samples: { base: 280, head: 301 },
          smallestDetectable: Number.POSITIVE_INFINITY,
          counts: { ...zero, slower: 1, unchanged: 41, inconclusive: 3 },
          indications: [{ ...slowLiteral, verdict: 'indicative slower' }],
        }),
      ],
      notes: [],
    },
  }),
  'no-baseline': reportOf({
    ...nothing,
    state: { kind: 'no-baseline', reason: 'Main has no profile of BenchmarkDecodeCart yet.' },
  }),
  'stale-baseline': reportOf({
    comparison: { profiles: [regressedCpu], notes: [] },
    state: { kind: 'stale-baseline', reason: 'it was measured 31 commits before this merge, 9 days earlier.' },
    baseline: { kind: 'stored', branch: 'main', distance: 31, run: { id: '8412' }, recordedAt: '2026-11-04T08:00:00Z' },
  }),
  'incompatible-environment': reportOf({
    comparison: { profiles: [allocations()], notes: [] },
    state: { kind: 'incompatible', reason: 'Base ran on EPYC 7763, head on Xeon 8370C.' },
    environment: { base: machine, head: { ...machine, cpu: 'Xeon 8370C' } },
  }),
  'partial-matrix': [
    reportOf({
      subject: {
        name: 'checkout',
        leg: 'linux-amd64',
        base: { commit: '4be07a2c', label: 'main' },
        head: { commit: 'e93d15cb' },
      },
      comparison: { profiles: [regressedCpu], notes: [] },
    }),
    reportOf({
      ...nothing,
      subject: { name: 'checkout', leg: 'linux-arm64', head: { commit: 'e93d15cb' } },
      state: { kind: 'missing', reason: 'its job did not finish.' },
    }),
  ],
  'malformed-head': reportOf({
    ...nothing,
    state: {
      kind: 'malformed',
      side: 'head',
      reason: 'cpu.pb.gz is truncated: the bytes end in the middle of a sample (at byte 8123).',
    },
  }),
  truncated: ['amd64', 'arm64', 'riscv64', 's390x'].map((leg) =>
    reportOf({
      subject: { name: 'checkout', leg, base: { commit: '4be07a2c', label: 'main' }, head: { commit: 'e93d15cb' } },
      comparison: {
        profiles: Array.from({ length: 6 }, (_, i) =>
          cpu({
            sampleType: { type: `region_${i}`, unit: 'nanoseconds' },
            verdict: 'slower',
            counts: { ...zero, slower: 40, unchanged: 4 },
            findings: manyFindings,
          }),
        ),
        notes: [],
      },
    }),
  ),
  fork: reportOf({
    comparison: { profiles: [regressedCpu], notes: [] },
    provenance: { tool: '0.1.0', run: { id: '9001', attempt: 1 }, fork: 'stranger/checkout' },
  }),
  acknowledged: reportOf({ comparison: { profiles: [regressedCpu, allocations()], notes: [] }, acknowledge: acceptLiteral }),
  'acknowledged-beside': reportOf({
    comparison: {
      profiles: [
        cpu({
          verdict: 'slower',
          counts: { ...zero, slower: 2, faster: 1, unchanged: 39, inconclusive: 3 },
          findings: [
            slowLiteral,
            { ...row('checkout/cart.validate', 'slower', 0.4, 0.62, 0.1), thresholds: { relative: 0.5, share: 0.001 } },
            fasterEncode,
          ],
        }),
      ],
      notes: [],
    },
    acknowledge: acceptLiteral,
    notesOn: ({ profiles }) => [`The entry in line 9 of .flamestep.yaml accepts nothing in ${profiles.length} sample type.`],
  }),
  'superseded-head': reportOf({ ...nothing, state: { kind: 'superseded', by: 'a07f5d1e' } }),
};

/** The flame graph that goes with it, in nanoseconds an operation. */
export const tree: FlameTree = {
  sampleType: { type: 'cpu', unit: 'nanoseconds' },
  names: [
    'testing.(*B).RunParallel.func1',
    'checkout/cart.Decode',
    'encoding/json.Unmarshal',
    'encoding/json.(*decodeState).unmarshal',
    'encoding/json.checkValid',
    'encoding/json.(*decodeState).value',
    LITERAL,
    'encoding/json.indirect',
    'runtime.slicebytetostring',
    'runtime.mallocgc',
    'encoding/json.stateInString',
    'runtime.gcBgMarkWorker',
    'strconv.ParseFloat',
  ],
  nodes: {
    parent: [-1, 0, 1, 2, 2, 3, 5, 6, 6, 8, 4, -1, 6],
    name: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    base: [0, 0, 0, 0.7e6, 3.83e6, 18e6, 1.3e6, 4.8e6, 0.5e6, 2.47e6, 2.37e6, 3.1e6, 4.2e6],
    head: [0, 0, 0, 0.7e6, 4.6e6, 18.2e6, 3.23e6, 5.1e6, 0.4e6, 1.8e6, 1.87e6, 3.2e6, 3.9e6],
  },
  // Shares of the base's whole on both sides, as in the report.
  whole: { base: 47.6e6, head: 47.6e6 },
};

export const linkTo = (file: string, line: number, side: 'base' | 'head'): string | undefined =>
  file.startsWith('cart/') || file.startsWith('encoding/')
    ? `https://github.example/shop/checkout/blob/${side === 'base' ? '4be07a2c' : 'e93d15cb'}/${file}#L${line}`
    : undefined;
