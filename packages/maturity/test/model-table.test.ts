import { describe, expect, test } from 'vitest';
import type { Evidence, FoundEvidence } from '../src/evidence/evidence.ts';
import { assess, builtInModel, libraryModel, type Finding, type ServiceKind } from '../src/index.ts';
import { measuresOf } from '../src/model/measures-of.ts';
import { daysBefore, evidenceOf, NOW, perfectWorld, refused, serviceOf, worldOf } from './worlds/worlds.ts';

const rows = [builtInModel, libraryModel].flatMap((model) =>
  model.checks.flatMap((check) => model.kinds.map((kind) => ({ model, check, kind, name: `${check.id} of ${kind}` }))),
);
const asked = rows.filter(({ check, kind }) => kind in check.kinds);

describe.each(asked)('$name', ({ model, check, kind }) => {
  const criterion = check.kinds[kind as ServiceKind]!;
  const judge = (evidence: readonly Evidence[]): Finding =>
    assess(model, serviceOf(kind), evidence, { now: NOW }).findings.find((finding) => finding.check === check.id)!;
  const world = (isGood: boolean, more: Partial<FoundEvidence> = {}) => worldOf(model, check, kind, isGood, more);

  test('good evidence passes', () => {
    expect(judge(perfectWorld(model, kind))).toMatchObject({ outcome: 'pass', satisfied: true, credit: { low: 1, high: 1 } });
    expect(judge(world(true)).outcome).toBe('pass');
  });

  test('bad evidence fails', () => {
    const fields = measuresOf(criterion.pass).map(({ evidence, field }) => `${evidence}.${field}`);
    // A field with two limits cannot be past both, so that a part is always met.
    const hasBand = new Set(fields).size < fields.length;
    expect(judge(world(false))).toMatchObject({ satisfied: false, outcome: hasBand ? 'partial' : 'fail' });
  });

  test('evidence halfway is partial, or fails where there is no halfway', () => {
    const half = halfway();
    const finding = judge(half ?? world(false));
    expect(finding.outcome).toBe(half === undefined ? 'fail' : 'partial');
    expect(finding.satisfied).toBe(false);
  });

  test('no evidence is unknown', () => {
    expect(judge([])).toMatchObject({ outcome: 'unknown', reason: 'unbound', satisfied: false, credit: { low: 0 } });
  });

  test('evidence that was refused is unknown', () => {
    const kinds = new Set(measuresOf(criterion.pass).map(({ evidence }) => evidence));
    const finding = judge([...kinds].map((id) => refused(model, id)));
    expect(finding).toMatchObject({ outcome: 'unknown', reason: 'unauthorised', satisfied: false });
  });

  test('old evidence is flagged, and then unknown', () => {
    const aged = (times: number) =>
      world(true).map((evidence) => {
        const ttl = model.evidence[evidence.kind].ttlDays;
        return evidenceOf(model, evidence.kind, evidence.values!, { observedAt: daysBefore(ttl * times) });
      });
    expect(judge(aged(1.5))).toMatchObject({ outcome: 'pass', stale: true });
    expect(judge(aged(2.5))).toMatchObject({ outcome: 'unknown', reason: 'stale', satisfied: false });
  });

  test('what is only declared earns half, and opens no gate above step 0', () => {
    const finding = judge(world(true, { basis: 'declared' }));
    expect(finding.outcome).toBe('pass');
    expect(finding.declaredOnly).toBe(true);
    expect(finding.credit.low).toBeLessThanOrEqual(0.5);
    expect(finding.satisfied).toBe(check.step === 0 && check.requires.length === 0);
  });

  test('too short a history is unknown', () => {
    const longest = world(true).filter(({ kind }) => model.evidence[kind].windowDays > 0);
    if (longest.length === 0) return;
    const short = world(true).map((evidence) =>
      evidenceOf(model, evidence.kind, evidence.values!, { days: model.evidence[evidence.kind].windowDays / 2 }),
    );
    expect(judge(short)).toMatchObject({ outcome: 'unknown', reason: 'insufficient-history' });
  });

  /** A share just below its limit, or the first of several parts bad; undefined when neither exists. */
  function halfway(): Evidence[] | undefined {
    const good = world(true);
    for (const { evidence, field, atLeast } of measuresOf(criterion.pass)) {
      if (typeof atLeast !== 'number' || model.evidence[evidence].fields[field].unit !== 'ratio') continue;
      const partly = good.map((record) =>
        record.kind === evidence ? { ...record, values: { ...record.values, [field]: atLeast * 0.9 } } : record,
      ) as Evidence[];
      if (judge(partly).outcome === 'partial') return partly;
    }
    for (const record of good) {
      const bad = world(false).find(({ kind }) => kind === record.kind)!;
      for (const field of Object.keys(record.values!)) {
        const values = { ...record.values, [field]: bad.values![field] };
        const partly = good.map((other) => (other === record ? { ...record, values } : other)) as Evidence[];
        if (judge(partly).outcome === 'partial') return partly;
      }
    }
    return undefined;
  }
});

test('which check is asked of which kind, and whether it gates', () => {
  const table = [builtInModel, libraryModel].flatMap(({ checks, kinds }) =>
    checks.map(({ id, step, weight, kinds: own }) => {
      const marks = kinds.map((kind) => (own[kind] === undefined ? '–' : own[kind].gating ? `${kind}!` : kind));
      return `${step} ${String(weight).padStart(2)} ${id.padEnd(31)} ${marks.join(' ')}`;
    }),
  );
  expect(table.join('\n')).toMatchInlineSnapshot(`
    "0 40 emits-metrics                   backend! web! mobile! batch!
    0 20 emits-logs                      backend! web mobile batch!
    0 20 emits-traces                    backend! web mobile batch
    0 10 has-dashboard                   backend web mobile batch
    0 30 normal-is-defined               backend! web! mobile! batch!
    0 20 seen-from-outside               backend web! mobile! –
    0 30 alerts-have-live-series         backend! web! mobile! batch!
    0 30 cause-is-reachable              backend! web! mobile! batch!
    0 10 instrumented-early              backend web mobile batch
    0 10 profiling-cost-is-known         backend – – batch
    1 40 incidents-are-noticed           backend! web! mobile! batch!
    1 40 alerts-reach-someone            backend! web! mobile! batch!
    1 20 responders-are-equipped         backend web mobile batch
    1 20 response-improves               backend web mobile batch
    1 30 outages-are-measured            backend! web! mobile! batch!
    1 20 incidents-are-counted           backend! web! mobile! batch!
    1 20 recovery-is-measured            backend! web! mobile! batch!
    2 40 service-is-stable               backend! web! mobile! batch!
    2 30 slowdowns-are-named             backend! web! mobile! batch!
    2 20 slow-responses-get-fixed        backend web mobile batch
    2 30 slo-after-stability             backend! web! mobile! batch!
    2 10 quiet-degradation-is-improved   backend web mobile batch
    3 20 scaling-fits                    backend – – batch
    3 20 cost-is-under-control           backend – – batch
    3 10 bold-changes-ship               backend web mobile batch
    3 40 failures-are-drilled            backend! web! mobile! batch!
    3 40 experiments-roll-back           backend! web! mobile! batch!
    4 40 deploys-are-evaluated           backend! web! mobile! batch!
    4 30 customer-outcome-is-used        backend! web! mobile! –
    4 10 decisions-cite-facts            backend web mobile batch
    4 20 chaos-is-bounded                backend – – batch
    0 40 benchmarks-run-in-ci            library!
    0 30 profiles-are-compared-in-ci     library!
    0 20 telemetry-through-api           library
    1 30 reports-are-answered            library!
    1 30 slower-benchmarks-are-named     library!
    1 10 release-notes-tell-performance  library"
  `);
});

test('every text is there in both languages', () => {
  for (const { text, docs } of rows.map(({ check }) => check)) {
    for (const locale of ['en', 'ja'] as const) {
      for (const words of Object.values(text[locale])) expect(words.length).toBeGreaterThan(3);
    }
    expect(docs).toMatch(/^https:\/\//);
    expect(text.ja.title).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  }
});
