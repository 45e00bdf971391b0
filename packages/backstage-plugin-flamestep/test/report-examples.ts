import type { Report, ReportDetail, ReportTree } from '@flamestep/backstage-plugin-flamestep-common';

type Profile = Report['profiles'][number];
type Row = Profile['functions'][number];

/** The function that got slower. */
export const literal = 'encoding/json.(*decodeState).literalStore';
const CHECK = 'encoding/json.checkValid';

/** A sample type in which nothing was found, and what is different. */
export function profileOf(different: Partial<Profile> = {}): Profile {
  return {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    verdict: 'unchanged',
    method: 'moderated-t',
    runs: { base: 5, head: 5 },
    samples: { base: 1427, head: 1485 },
    normalization: { kind: 'per-operation', operations: { base: 300, head: 300 }, reason: 'operations were given' },
    whole: { ...changeOf(47.6e6, 49.5e6), verdict: 'inconclusive' },
    thresholds: { relative: 0.1, share: 0.005, level: 0.01, visible: 0.04 },
    noiseFloor: 0.016,
    smallestDetectable: 0.021,
    counts: { slower: 0, faster: 0, new: 0, gone: 0, moved: 0, unchanged: 41, inconclusive: 1 },
    functions: [rowOf(CHECK, 3.83e6, 4.6e6, 'inconclusive')],
    findings: [],
    indications: [],
    omitted: { functions: 0, findings: 0, indications: 0 },
    ...different,
  };
}

export function rowOf(name: string, base: number, head: number, verdict: Row['verdict']): Row {
  return {
    name,
    file: 'decode.go',
    startLine: 10,
    verdict,
    ...changeOf(base, head),
    share: changeOf(base / 47.6e6, head / 47.6e6),
    samples: { base: 39, head: 97 },
    total: changeOf(base, head),
  };
}

/** CPU time in which one function got slower, and allocations in which none did; with their trees. */
export function slowerReport(): ReportDetail {
  const allocations = profileOf({ sampleType: { type: 'alloc_space', unit: 'bytes' }, method: 'exact', functions: [] });
  return detailOf([slowerProfile(), allocations], [treeOf('cpu'), treeOf('alloc_space')]);
}

/** The same, of CPU time alone, where somebody accepted it. */
export function acceptedReport(): ReportDetail {
  const { findings, ...slower } = slowerProfile();
  const acknowledged = findings.map((finding) => ({ ...finding, acknowledged: { reason: 'Prices are decimals now.' } }));
  const counts = { ...slower.counts, slower: 0 };
  return detailOf([{ ...slower, verdict: 'unchanged', counts, findings: [], acknowledged }], [treeOf('cpu')]);
}

function slowerProfile(): Profile {
  const finding = rowOf(literal, 1.3e6, 3.23e6, 'slower');
  const others = profileOf();
  return {
    ...others,
    verdict: 'slower',
    counts: { ...others.counts, slower: 1 },
    functions: [finding, ...others.functions],
    findings: [finding],
  };
}

function treeOf(type: string): ReportTree {
  return {
    sampleType: { type, unit: 'nanoseconds' },
    names: ['main', literal, CHECK],
    nodes: { parent: [-1, 0, 0], name: [0, 1, 2], base: [40e6, 1.3e6, 3.83e6], head: [40e6, 3.23e6, 4.6e6] },
  };
}

function detailOf(profiles: readonly Profile[], trees: readonly ReportTree[]): ReportDetail {
  const commit = '2fb7133f8603';
  const time = '2026-11-19T10:16:00.000Z';
  const [first] = profiles;
  return {
    summary: {
      id: 'r1',
      entityRef: 'component:default/checkout',
      repository: 'shop/checkout',
      name: 'BenchmarkDecodeCart',
      key: 'checkout/decode',
      isMain: false,
      commit,
      recordedAt: time,
      receivedAt: time,
      state: 'compared',
      verdict: { word: first?.verdict ?? 'unchanged', slower: first?.counts.slower ?? 0, faster: 0, moved: 0, inconclusive: 1 },
    },
    report: {
      schemaVersion: 1,
      subject: { name: 'BenchmarkDecodeCart', key: 'checkout/decode', head: { commit } },
      state: { kind: 'compared' },
      profiles,
      notes: [],
      provenance: { tool: '1.0.0' },
      trees,
    },
  };
}

function changeOf(base: number, head: number) {
  const change = head - base;
  return { base, head, change, low: change * 0.8, high: change * 1.2 };
}
