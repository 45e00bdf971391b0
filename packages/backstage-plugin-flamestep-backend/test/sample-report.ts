import type { ProfileReport, Report } from '@flamestep/report';

type Row = ProfileReport['functions'][number];

export interface SampleOptions {
  readonly commit?: string;
  /** ISO 8601 with seconds. */
  readonly time?: string;
  /** Cost of everything, per operation. */
  readonly whole?: number;
  /** Own cost of `json.decode`. */
  readonly decode?: number;
  readonly repository?: string;
  readonly name?: string;
  readonly key?: string;
  readonly run?: string;
  readonly label?: string;
  readonly pullRequest?: number;
  readonly title?: string;
  readonly fork?: string;
  /** Without it, costs are relative and the whole is not known. */
  readonly relative?: boolean;
}

/** A report of a benchmark that decodes carts: valid, and otherwise as it is asked for. */
export function sampleReport(options: SampleOptions = {}): Report {
  const { commit = 'a1b2c3d4e5f60718', time = '2026-11-16T12:00:00Z', whole = 50e6, decode = 1.3e6, relative = false } = options;
  const base = { whole: 50e6, decode: 1.3e6 };
  const isSlower = decode > base.decode * 1.2;
  const decodeRow = row('json.decode', base.decode, decode, base.whole, isSlower ? 'slower' : 'unchanged');
  const others = ['cart.parse', 'json.scan', 'runtime.mallocgc'].map((name, index) =>
    row(name, (10 - index) * 1e6, (10 - index) * 1e6, base.whole, 'unchanged'),
  );
  const profile: ProfileReport = {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    verdict: isSlower ? 'slower' : 'unchanged',
    method: 'moderated-t',
    runs: { base: 10, head: 10 },
    samples: { base: 2000, head: 2100 },
    normalization: relative
      ? { kind: 'relative', sizeFactors: { base: [1, 1], head: [1, 1] }, reason: 'no operations were given' }
      : { kind: 'per-operation', operations: { base: 300, head: 300 }, reason: 'operations were given' },
    whole: { ...changeOf(base.whole, whole), verdict: 'unchanged' },
    thresholds: { relative: 0.1, share: 0.005, level: 0.01, visible: 0.04 },
    noiseFloor: 0.01,
    smallestDetectable: 0.02,
    counts: { slower: isSlower ? 1 : 0, faster: 0, new: 0, gone: 0, moved: 0, unchanged: 40, inconclusive: 3 },
    functions: [decodeRow, ...others],
    findings: isSlower ? [decodeRow] : [],
    indications: [],
    omitted: { functions: 0, findings: 0, indications: 0 },
  };
  return {
    schemaVersion: 1,
    subject: {
      name: options.name ?? 'checkout',
      key: options.key ?? 'checkout',
      base: { commit: '0000000000000000', label: 'main' },
      head: {
        commit,
        label: options.label ?? 'main',
        ...(options.pullRequest !== undefined && { pullRequest: options.pullRequest }),
        ...(options.title !== undefined && { title: options.title }),
      },
    },
    state: { kind: 'compared' },
    profiles: [profile],
    notes: [],
    provenance: {
      tool: 'flamestep 0.0.0',
      run: { id: options.run ?? `run-${commit}`, attempt: 1 },
      recordedAt: time,
      repository: options.repository ?? 'shop/checkout',
      ...(options.fork !== undefined && { fork: options.fork }),
    },
  };
}

/** Daily results of main that end at a day, the last ones at another cost of `json.decode`. */
export function dailyReports(days: number, slowerDays: number, last: string, options: SampleOptions = {}): Report[] {
  const end = Date.parse(last);
  return Array.from({ length: days }, (_, index) => {
    const isSlower = index >= days - slowerDays;
    const wobble = 1 + 0.01 * Math.sin(index * 2.39996);
    const commit = (index + 0x1000000).toString(16).padStart(16, 'c');
    return sampleReport({
      ...options,
      commit,
      run: `run-${index}`,
      time: new Date(end - (days - 1 - index) * 86_400_000).toISOString(),
      decode: (isSlower ? 3.2e6 : 1.3e6) * wobble,
      whole: 50e6 * wobble + (isSlower ? 1.9e6 : 0),
    });
  });
}

function row(name: string, base: number, head: number, whole: number, verdict: Row['verdict']): Row {
  return {
    name,
    file: `${name.split('.')[0]}.go`,
    startLine: 10,
    verdict,
    ...changeOf(base, head),
    share: changeOf(base / whole, head / whole),
    samples: { base: 100, head: 110 },
    total: changeOf(base * 2, head * 2),
  };
}

function changeOf(base: number, head: number) {
  const change = head - base;
  return { base, head, change, low: change * 0.8, high: change * 1.2 };
}
