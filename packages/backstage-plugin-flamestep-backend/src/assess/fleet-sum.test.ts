import { assess, type Assessment, builtInModel, type Evidence, rollUp, type Service } from '@flamestep/maturity';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restoreForRollUp, sumUp } from './fleet-sum.ts';

const NOW = '2026-11-16T12:00:00.000Z';
const kinds = Object.entries(builtInModel.evidence);

const evidence = fc.constantFrom(...kinds).chain(([kind, { fields, windowDays }]) =>
  fc
    .record({
      age: fc.integer({ min: 0, max: 90 }),
      values: fc.record(
        Object.fromEntries(Object.keys(fields).map((field) => [field, fc.constantFrom(0, 1, 100, true, false, null)])),
      ),
    })
    .map(({ age, values }): Evidence => {
      const observedAt = new Date(Date.parse(NOW) - age * 86_400_000).toISOString();
      return {
        id: kind,
        kind,
        subject: 'service',
        basis: 'measured',
        source: { type: 'prometheus', instance: 'main' },
        query: '',
        observedAt,
        ...(windowDays > 0 && { window: { from: '2026-01-01T00:00:00.000Z', to: observedAt } }),
        samples: 1000,
        values,
      };
    }),
);
const service = fc.record({
  name: fc.constant('service'),
  kind: fc.constantFrom('backend', 'web', 'mobile', 'batch'),
  tier: fc.constantFrom(1, 2, 3, 4),
  lifecycle: fc.constantFrom('experimental', 'production', 'deprecated'),
}) as fc.Arbitrary<Service>;
const assessment = fc
  .tuple(service, fc.uniqueArray(evidence, { maxLength: 30, selector: ({ id }) => id }))
  .map(([service, evidence]) => assess(builtInModel, service, evidence, { now: NOW }));

test('a roll-up of sums is that of whole assessments', () => {
  fc.assert(
    fc.property(fc.array(assessment, { maxLength: 8 }), (assessments) => {
      const options = { targets: { 1: 2, 2: 1 }, now: NOW };
      const named = assessments.map((one, index) => ({ ...one, service: { ...one.service, name: `service-${index}` } }));
      expect(rollUp(named.map(restored), options)).toEqual(rollUp(named, options));
    }),
    { numRuns: 50 },
  );
});

function restored(one: Assessment): Assessment {
  const { kind, tier, lifecycle, name } = one.service;
  const sum = sumUp(one, builtInModel, false);
  return restoreForRollUp(
    { entityRef: name, kind, tier, lifecycle, rated: one.rated, step: one.step, at: one.at, sum },
    builtInModel,
  );
}
