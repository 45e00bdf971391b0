import { describe, expect, test } from 'vitest';
import type { Evidence } from '../src/evidence/evidence.ts';
import {
  type Assessment,
  assess,
  builtInModel as model,
  compareAssessments,
  rollUp,
  type Service,
  simulate,
} from '../src/index.ts';
import { evidenceOf, perfectWorld, refused, serviceOf } from './worlds/worlds.ts';

const service = serviceOf('backend');
const DAY = 86_400_000;
const START = Date.parse('2026-09-01T00:00:00Z');

function on(day: number): string {
  return new Date(START + day * DAY).toISOString();
}

type Change = Record<string, Record<string, number>>;

function worldOn(day: number, change: Change = {}): Evidence[] {
  return perfectWorld(model, 'backend').map(({ kind, values }) =>
    evidenceOf(model, kind, { ...values, ...change[kind] }, { observedAt: on(day) }),
  );
}

const muted: Change = { 'paging-route': { integrations: 0 } };

/** One assessment a day, each with the one before. */
function follow(days: readonly { day: number; change?: Change }[], of: Service = service): Assessment[] {
  const assessments: Assessment[] = [];
  for (const { day, change } of days) {
    const previous = assessments.at(-1);
    assessments.push(assess(model, of, worldOn(day, change), { now: on(day), ...(previous && { previous }) }));
  }
  return assessments;
}

describe('a step holds for a while before it counts', () => {
  const [first, opened, day13, day14] = follow([{ day: 0, change: muted }, { day: 1 }, { day: 14 }, { day: 15 }]);

  test('without a history it is taken as it is seen', () => {
    expect(first.step).toBe(1);
  });

  test('an open gate waits its days, and says until when', () => {
    expect(opened).toMatchObject({ step: 1, waiting: { direction: 'up', step: 2, due: on(15) } });
    expect(day13.step).toBe(1);
    expect(day14.step).toBeGreaterThan(1);
  });

  test('when it counts, nothing but time was the cause', () => {
    expect(compareAssessments(day13, day14).step).toMatchObject({ from: 1, cause: 'time', checks: [] });
  });
});

describe('a step that is lost is kept for a while', () => {
  test('a flapping query does not move it', () => {
    const days = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => (day % 2 === 0 ? { day } : { day, change: muted }));
    expect(follow(days).map(({ step }) => step)).toEqual(new Array(10).fill(4));
  });

  test('three evaluations in a row lose it', () => {
    const [, one, two, three] = follow([
      { day: 0 },
      { day: 1, change: muted },
      { day: 2, change: muted },
      { day: 3, change: muted },
    ]);
    expect([one.step, two.step, three.step]).toEqual([4, 4, 1]);
    expect(one.waiting).toEqual({ direction: 'down', step: 1, due: on(8) });
  });

  test('seven days lose it', () => {
    const [, one, two] = follow([{ day: 0 }, { day: 1, change: muted }, { day: 8, change: muted }]);
    expect([one.step, two.step]).toEqual([4, 1]);
  });
});

describe('the cause of a change of step', () => {
  const good = assess(model, service, worldOn(0), { now: on(0) });
  const cause = (after: Assessment) => compareAssessments(good, after).step?.cause;

  test('evidence', () => {
    const { step, comparable } = compareAssessments(good, assess(model, service, worldOn(0, muted), { now: on(0) }));
    expect(step).toEqual({
      from: 4,
      to: 1,
      cause: 'evidence',
      checks: expect.arrayContaining([{ check: 'alerts-reach-someone', from: 'pass', to: 'partial', cause: 'evidence' }]),
    });
    expect(comparable).toBe(true);
  });

  test('a source that was cut off', () => {
    const cut = worldOn(0).map((record) =>
      record.kind === 'log-stream' ? { ...refused(model, 'log-stream'), observedAt: on(0) } : record,
    );
    expect(cause(assess(model, service, cut, { now: on(0) }))).toBe('binding');
  });

  test('evidence that got too old', () => {
    expect(cause(assess(model, service, worldOn(0), { now: on(3) }))).toBe('staleness');
  });

  test('another kind, another model', () => {
    expect(cause(assess(model, serviceOf('web'), worldOn(0), { now: on(0) }))).toBe('kind');
    const strict = {
      ...model,
      version: '2.0.0',
      checks: model.checks.map((check) => ({ ...check, requires: [...check.requires, 'nothing'] })),
    };
    expect(cause(assess(strict, service, worldOn(0), { now: on(0) }))).toBe('model');
  });

  test('an exemption that ended', () => {
    const exemption = {
      check: 'alerts-reach-someone',
      reason: 'paging moves to another provider',
      category: 'planned',
      approver: 'head of platform',
      ticket: 'OPS-2',
      created: '2026-08-20',
      expires: '2026-09-02',
    } as const;
    const exempt = { ...service, exemptions: [exemption] };
    const lenient = { ...model, exemptionCap: 1 };
    const [before, after] = [0, 2].map((day) => assess(lenient, exempt, worldOn(day, muted), { now: on(day) }));
    expect(compareAssessments(before, after).step).toMatchObject({ from: 4, to: 1, cause: 'exemption' });
  });

  test('nothing', () => {
    expect(compareAssessments(good, good)).toEqual({ checks: [], comparable: true });
  });
});

test('a simulation says what a change would bring', () => {
  const evidence = worldOn(0, muted);
  const before = assess(model, service, evidence, { now: on(0) });
  const after = simulate(model, service, evidence, { 'alerts-reach-someone': 'pass' }, { now: on(0) });
  expect([before.step, after.step]).toEqual([1, 4]);
  expect(() => simulate(model, service, evidence, { 'alert-reach-someone': 'pass' }, { now: on(0) })).toThrow('has no check');
});

test('a fleet is a distribution, never an average', () => {
  const named = (name: string, tier: Service['tier'], change: Change | undefined) => {
    const evidence = change === undefined ? [] : worldOn(0, change).map((record) => ({ ...record, subject: name }));
    return assess(model, { ...service, name, tier }, evidence, { now: on(0) });
  };
  const fleet = [named('a', 1, muted), named('b', 1, {}), named('c', 2, {}), named('d', 2, undefined)];
  const summary = rollUp(fleet, { targets: { 1: 3, 2: 2 }, services: 5, now: on(3) });
  expect(summary).toMatchObject({
    services: 5,
    rated: 3,
    coverage: 0.6,
    tiers: [
      { tier: 1, services: 2, steps: [0, 1, 0, 0, 1], notRated: 0, target: 3, atTarget: 1 },
      { tier: 2, services: 2, steps: [0, 0, 0, 0, 1], notRated: 1, target: 2, atTarget: 1 },
    ],
    unknownRate: 0.25,
    staleRate: 0,
    oldAssessments: 4,
    failing: [{ check: 'alerts-reach-someone', services: 1, applicable: 4 }],
    furthestBelow: [{ service: 'a', tier: 1, step: 1, target: 3 }],
    endangered: ['a'],
    evaluatingDeploys: 3,
  });
  expect(JSON.stringify(summary)).not.toMatch(/average|mean/i);
});
