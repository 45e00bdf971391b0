import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../src/evidence/evidence.ts';
import { type Assessment, assess, builtInModel as model, type Service, type ServiceKind, simulate } from '../src/index.ts';
import { daysBefore, evidenceOf, NOW, refused, serviceOf } from './worlds/worlds.ts';

const KINDS: readonly ServiceKind[] = ['backend', 'web', 'mobile', 'batch'];
const evidenceKinds = Object.keys(model.evidence);

/** Values around the limits, so that checks come out in every way. */
const value = fc.oneof(
  fc.boolean(),
  fc.constantFrom(0, 0.05, 0.4, 0.5, 0.85, 0.95, 1, 2, 14, 20, 100, 1000, 1e6),
  fc.constant(null),
);

function recordOf(kind: string): fc.Arbitrary<Evidence> {
  const fields = Object.fromEntries(
    Object.entries(model.evidence[kind].fields).map(([name, { unit }]) => [
      name,
      unit === 'flag' ? fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: value }) : value,
    ]),
  );
  const found = fc
    .record({
      values: fc.record(fields),
      basis: fc.constantFrom('measured', 'measured', 'derived', 'declared'),
      age: fc.constantFrom(0, 0, 0, 1.5, 3),
      instance: fc.constantFrom('main', 'other'),
      type: fc.constantFrom(...model.evidence[kind].sources),
      samples: fc.constantFrom(1, 1000),
      id: fc.uuid(),
    })
    .map(({ age, instance, type, ...more }) =>
      evidenceOf(model, kind, more.values, {
        ...more,
        source: { type, instance },
        observedAt: daysBefore(age * model.evidence[kind].ttlDays),
      } as Parameters<typeof evidenceOf>[3]),
    );
  const unavailable = fc.uuid().map((id) => ({ ...refused(model, kind), id }));
  return fc.oneof({ weight: 6, arbitrary: found }, { weight: 1, arbitrary: unavailable });
}

const anyEvidence = fc.constantFrom(...evidenceKinds).chain(recordOf);
const world = fc.array(anyEvidence, { maxLength: 80 });
const service: fc.Arbitrary<Service> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    tier: fc.constantFrom(1, 2, 3, 4),
    exempt: fc.subarray(
      model.checks.map(({ id }) => id),
      { maxLength: 3 },
    ),
  })
  .map(({ kind, tier, exempt }) =>
    serviceOf(kind, {
      tier: tier as Service['tier'],
      exemptions: exempt.map((check) => ({
        check,
        reason: 'the vendor delivers it next quarter',
        category: 'third-party',
        approver: 'head of platform',
        ticket: 'OPS-1',
        created: daysBefore(10),
        expires: daysBefore(-30),
      })),
    }),
  );
const judge = (service: Service, evidence: readonly Evidence[]) => assess(model, service, evidence, { now: NOW });
const EPSILON = 1e-9;

function lows({ steps }: Assessment) {
  return steps.map(({ score }) => score.low);
}

function highs({ steps }: Assessment) {
  return steps.map(({ score }) => score.high);
}

function expectAllAtLeast(after: readonly number[], before: readonly number[]) {
  after.forEach((bound, index) => expect(bound).toBeGreaterThanOrEqual(before[index] - EPSILON));
}

test('an empty world is step 0, not rated, with no confidence', () => {
  fc.assert(
    fc.property(service, (service) => {
      expect(judge(service, [])).toMatchObject({ step: 0, completed: -1, rated: false, confidence: 0 });
    }),
  );
});

test('the order of evidence does not matter', () => {
  fc.assert(
    fc.property(service, world, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (service, evidence, chance) => {
      const shuffled = evidence
        .map((record) => ({ record, at: chance.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ record }) => record);
      expect(judge(service, shuffled)).toEqual(judge(service, evidence));
    }),
  );
});

test('every bound lies between 0 and 1, and low is not above high', () => {
  fc.assert(
    fc.property(service, world, (service, evidence) => {
      for (const { score } of judge(service, evidence).steps) {
        expect(score.low).toBeGreaterThanOrEqual(0);
        expect(score.low).toBeLessThanOrEqual(score.high + EPSILON);
        expect(score.high).toBeLessThanOrEqual(1 + EPSILON);
      }
    }),
  );
});

test('adding evidence never lowers the high bound, unless it shows a failure', () => {
  fc.assert(
    fc.property(service, world, anyEvidence, (service, evidence, added) => {
      const before = judge(service, evidence);
      const after = judge(service, [...evidence, added]);
      const showsFailure = after.findings.some(({ outcome, check, measures }, index) => {
        const isTouched = measures.some(({ evidence }) => evidence === added.kind);
        const isWorse = before.findings[index].credit.high > after.findings[index].credit.high;
        return check === before.findings[index].check && isTouched && isWorse && (outcome === 'fail' || outcome === 'partial');
      });
      if (!showsFailure) expectAllAtLeast(highs(after), highs(before));
    }),
  );
});

test('unavailable evidence never lowers the high bound', () => {
  fc.assert(
    fc.property(service, world, fc.constantFrom(...evidenceKinds), (service, evidence, kind) => {
      const added = { ...refused(model, kind), id: 'refused', source: { type: 'new', instance: 'new' } };
      expectAllAtLeast(highs(judge(service, [...evidence, added])), highs(judge(service, evidence)));
    }),
  );
});

test('from unknown to pass never lowers a bound', () => {
  fc.assert(
    fc.property(service, world, fc.nat(), (service, evidence, pick) => {
      const before = judge(service, evidence);
      const unknown = before.findings.filter(({ outcome }) => outcome === 'unknown');
      if (unknown.length === 0) return;
      const { check } = unknown[pick % unknown.length];
      const after = simulate(model, service, evidence, { [check]: 'pass' }, { now: NOW });
      expectAllAtLeast(lows(after), lows(before));
      expectAllAtLeast(highs(after), highs(before));
      expect(after.step).toBeGreaterThanOrEqual(before.step);
    }),
  );
});

describe('removing a credential never raises the step, nor a low bound', () => {
  test.each(['refused', 'gone'] as const)('when its evidence is %s', (how) => {
    fc.assert(
      fc.property(service, world, fc.nat(), (service, evidence, pick) => {
        const types = [...new Set(evidence.map(({ source }) => source.type))];
        if (types.length === 0) return;
        const lost = types[pick % types.length];
        // Without a trace of it, another source may speak in its place; collectors leave unavailable evidence so that none does.
        const kinds = new Set(evidence.filter(({ source }) => source.type === lost).map(({ kind }) => kind));
        if (how === 'gone' && evidence.some(({ kind, source }) => kinds.has(kind) && source.type !== lost)) return;
        const after = evidence.flatMap((record): Evidence[] => {
          if (record.source.type !== lost) return [record];
          const { id, kind, source, basis } = record;
          return how === 'gone' ? [] : [{ ...refused(model, kind), id, source, basis }];
        });
        const [a, b] = [judge(service, evidence), judge(service, after)];
        expect(b.step).toBeLessThanOrEqual(a.step);
        expectAllAtLeast(lows(a), lows(b));
      }),
      { numRuns: 200 },
    );
  });
});

test('what is only declared never opens a gate above step 0', () => {
  fc.assert(
    fc.property(service, world, (service, evidence) => {
      const declared = evidence.map((record) => ({ ...record, basis: 'declared' as const }));
      const { steps, confidence } = judge({ ...service, exemptions: [] }, declared);
      for (const { step, gate } of steps) if (step > 0) expect(gate.open).toBe(false);
      expect(confidence).toBeLessThan(1);
    }),
  );
});

test('the cheapest set, done, opens the gate as it says', () => {
  fc.assert(
    fc.property(service, world, (service, evidence) => {
      const before = judge(service, evidence);
      if (before.cheapest === undefined || !before.cheapest.opens) return;
      const { step, actions } = before.cheapest;
      const ids = new Set(actions.map(({ id }) => id));
      // Everything that the actions work on comes out well, and what it needs before.
      const wanted = before.findings.filter(({ check, step: own, satisfied, outcome, credit }) => {
        if ((satisfied && credit.low === 1) || outcome === 'not-applicable') return false;
        return own < step || actions.some(({ checks }) => checks.includes(check)) || ids.has(`fix-${check}`);
      });
      const change = Object.fromEntries(wanted.map(({ check }) => [check, 'pass' as const]));
      const after = simulate(model, service, evidence, change, { now: NOW });
      const blockers = after.steps[step].gate.blockers.filter(({ kind }) => kind !== 'exemptions');
      expect(blockers).toEqual([]);
    }),
  );
});
