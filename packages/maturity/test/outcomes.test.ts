import { describe, expect, test } from 'vitest';
import type { Evidence } from '../src/evidence/evidence.ts';
import {
  type Assessment,
  assess,
  builtInModel as model,
  type Exemption,
  isMaturityError,
  libraryModel,
  type Service,
} from '../src/index.ts';
import { daysBefore, evidenceOf, NOW, perfectWorld, refused, serviceOf } from './worlds/worlds.ts';

const service = serviceOf('backend');
const perfect = perfectWorld(model, 'backend');

function judge(evidence: readonly Evidence[], of: Service = service): Assessment {
  return assess(model, of, evidence, { now: NOW });
}

function finding(assessment: Assessment, check: string) {
  return assessment.findings.find((finding) => finding.check === check)!;
}

/** The perfect world with some evidence changed. */
function worldWith(changes: Record<string, Record<string, number | boolean | null>>): Evidence[] {
  return perfect.map((record) =>
    changes[record.kind] ? evidenceOf(model, record.kind, { ...record.values, ...changes[record.kind] }) : record,
  );
}

describe('what looks healthy and is not', () => {
  test('an alert rule on a series that does not exist does not pass', () => {
    const broken = judge(worldWith({ 'alert-rules': { latency: 0, broken: 1 } }));
    expect(finding(broken, 'alerts-have-live-series')).toMatchObject({ outcome: 'partial', satisfied: false });
    expect(broken.step).toBe(0);
  });

  test('a receiver that pages nobody does not pass', () => {
    const muted = judge(worldWith({ 'paging-route': { integrations: 0 } }));
    expect(finding(muted, 'alerts-reach-someone').satisfied).toBe(false);
    expect(muted.step).toBe(1);
  });

  test('15 days of retention cannot answer for 28', () => {
    const short = perfect.map((record) =>
      record.kind === 'availability' ? evidenceOf(model, 'availability', record.values!, { days: 15 }) : record,
    );
    expect(finding(judge(short), 'outages-are-measured')).toMatchObject({ outcome: 'unknown', reason: 'insufficient-history' });
  });

  test('no incidents pass only with proof that alerts arrive', () => {
    const quiet = worldWith({ 'incident-detection': { incidents: 0, detectedShare: null } });
    expect(finding(judge(quiet), 'incidents-are-noticed').outcome).toBe('pass');
    const unproven = quiet.filter(({ kind }) => kind !== 'detection-proof');
    expect(finding(judge(unproven), 'incidents-are-noticed').outcome).toBe('unknown');
  });

  test('a library that nobody reported anything about passes with a contact, and where reports can be made', () => {
    const answers = (values: Record<string, number | boolean | null>) => {
      const evidence = evidenceOf(libraryModel, 'triage-contact', { firstResponseMedian: null, ...values });
      const assessment = assess(libraryModel, serviceOf('library'), [evidence], { now: NOW });
      return finding(assessment, 'reports-are-answered').outcome;
    };
    expect(answers({ contact: true, reports: 0 })).toBe('pass');
    expect(answers({ contact: true, reports: null })).toBe('unknown');
    expect(answers({ contact: false, reports: 0 })).not.toBe('pass');
    expect(answers({ contact: true, reports: 3, firstResponseMedian: 30 })).not.toBe('pass');
  });

  test('two incidents are too few to judge by', () => {
    const few = worldWith({ 'incident-detection': { incidents: 2 } }).map((record) =>
      record.kind === 'incident-detection' ? { ...record, samples: 2 } : record,
    ) as Evidence[];
    expect(finding(judge(few), 'incidents-are-noticed')).toMatchObject({ outcome: 'unknown', reason: 'low-n' });
  });

  test('sources that each speak of a part are heard together, and one that cannot answer is missed', () => {
    const load = perfect.find(({ kind }) => kind === 'incident-load')!;
    const { severe, ...pages } = load.values!;
    const others = perfect.filter(({ kind }) => kind !== 'incident-load');
    const [metrics, tracker] = [
      { ...load, id: 'metrics', values: pages, source: { type: 'prometheus', instance: 'main' } },
      { ...load, id: 'tracker', values: { severe: severe! }, source: { type: 'github', instance: 'shop' } },
    ] as Evidence[];
    expect(finding(judge([...others, metrics, tracker]), 'service-is-stable')).toEqual(
      expect.objectContaining({ outcome: 'pass' }),
    );
    const silent = { ...tracker, values: { severe: null } } as Evidence;
    expect(finding(judge([...others, metrics, silent]), 'service-is-stable').outcome).toBe('unknown');
    expect(finding(judge([...others, metrics]), 'service-is-stable').outcome).toBe('unknown');
  });

  test('what none of the connected sources could know is not connected, and its source is what to connect', () => {
    const route = perfect.find(({ kind }) => kind === 'paging-route')!;
    const alertmanager = { ...route, values: { alertmanagers: 1, integrations: 1 } } as Evidence;
    const seen = judge([...perfect.filter((record) => record !== route), alertmanager]);
    expect(finding(seen, 'alerts-reach-someone')).toMatchObject({ outcome: 'unknown', reason: 'unbound' });
    expect(seen.cheapest!.actions).toMatchObject([{ id: 'connect-calendar', title: { en: 'Connect the on-call calendar' } }]);
  });

  test('what the service file declares, or does not, is no observation', () => {
    const said = evidenceOf(model, 'normal-declaration', { ranges: 0, age: null }, { basis: 'declared' });
    expect(judge([said])).toMatchObject({ step: 0, rated: false });
  });

  test('a second source cannot hide the incidents of the first', () => {
    const load = perfect.find(({ kind }) => kind === 'incident-load')!;
    const bad = { ...load, id: 'a', values: { ...load.values!, severe: 9 }, unavailable: undefined } as unknown as Evidence;
    const empty = { ...load, id: 'b', source: { type: 'github', instance: 'empty' } };
    expect(finding(judge([...perfect.filter((record) => record !== load), bad, empty]), 'service-is-stable').outcome).toBe(
      'partial',
    );
  });

  test('a second, clean Prometheus does not hide the broken rule of the first, and need not repeat its rules', () => {
    const rules = perfect.find(({ kind }) => kind === 'alert-rules')!;
    const others = perfect.filter(({ kind }) => kind !== 'alert-rules');
    const seenBy = (instance: string, values: Record<string, number>) =>
      ({ ...rules, id: instance, values: { ...rules.values!, ...values }, source: { type: 'prometheus', instance } }) as Evidence;
    const clean = { latency: 0, errors: 0, availability: 0 };
    const of = (...seen: Evidence[]) => finding(judge([...others, ...seen]), 'alerts-have-live-series').outcome;
    expect(of(seenBy('a', {}), seenBy('b', clean))).toBe('pass');
    expect(of(seenBy('a', { broken: 1 }), seenBy('b', clean))).toBe('partial');
    expect(of(seenBy('a', { stuck: 1 }), seenBy('b', clean))).toBe('partial');
    expect(of(seenBy('a', { longSilences: 1 }), seenBy('b', clean))).toBe('partial');
  });

  test('evidence of the day after tomorrow is not believed', () => {
    const future = perfect.map((record) => ({ ...record, observedAt: daysBefore(-2) }));
    expect(judge(future)).toMatchObject({ step: 0, rated: false });
  });

  test('evidence of another service is passed over', () => {
    expect(judge(perfect.map((record) => ({ ...record, subject: 'cart' }))).rated).toBe(false);
  });
});

describe('limits of the service itself', () => {
  const slow = worldWith({ availability: { share: 0.97 } });

  test('hold in place of the usual one', () => {
    expect(finding(judge(slow), 'service-is-stable').outcome).toBe('partial');
    expect(finding(judge(slow, { ...service, limits: { availability: 0.96 } }), 'service-is-stable').outcome).toBe('pass');
  });

  test('but not below what the model allows', () => {
    const poor = worldWith({ availability: { share: 0.5 } });
    expect(finding(judge(poor, { ...service, limits: { availability: 0.1 } }), 'service-is-stable').outcome).toBe('partial');
  });

  test('tier 1 is watched from two places', () => {
    const near = worldWith({ 'outside-view': { locations: 1 } });
    expect(finding(judge(near), 'seen-from-outside').outcome).toBe('pass');
    expect(finding(judge(near, { ...service, tier: 1 }), 'seen-from-outside').satisfied).toBe(false);
  });
});

describe('practices begun too early', () => {
  const unstable = worldWith({ 'incident-load': { severe: 5, pageEpisodesPerWeek: 30 } });

  test('an SLO on an unstable service is warned of, banked, and not counted', () => {
    const early = judge(unstable);
    expect(early.premature).toContainEqual({
      check: 'slo-after-stability',
      severity: 'warning',
      first: ['service-is-stable'],
      banked: 1,
    });
    const without = judge(unstable.filter(({ kind }) => kind !== 'slo-definition' && kind !== 'slo-live'));
    expect(early.steps.map(({ score }) => score.low)).toEqual(without.steps.map(({ score }) => score.low));
  });

  test('chaos without its prerequisites is dangerous and the first thing to stop', () => {
    const early = judge(unstable);
    expect(early.premature.find(({ check }) => check === 'chaos-is-bounded')?.severity).toBe('danger');
    expect(early.next[0]).toMatchObject({ id: 'pause-chaos-is-bounded', kind: 'pause' });
    expect(early.next[0].text.en).toContain('An SLO is written, live and alerting');
  });

  test('whether it is too early is information only, while that is unknown', () => {
    const blind = perfect.filter(({ kind }) => kind !== 'incident-load');
    expect(judge(blind).premature.find(({ check }) => check === 'slo-after-stability')?.severity).toBe('info');
  });

  test('they count as soon as the prerequisite is met', () => {
    expect(judge(perfect).premature).toEqual([]);
  });
});

describe('exemptions', () => {
  const exemption: Exemption = {
    check: 'emits-traces',
    reason: 'the vendor delivers it next quarter',
    category: 'third-party',
    approver: 'head of platform',
    ticket: 'OPS-1',
    created: daysBefore(20),
    expires: '2026-12-24T00:00:00Z',
  };
  const dark = perfect.filter(({ kind }) => kind !== 'trace-sample');
  const at = (now: string, more: Partial<Exemption> = {}) =>
    assess(
      model,
      { ...service, exemptions: [{ ...exemption, ...more }] },
      dark.map((record) => evidenceOf(model, record.kind, record.values!, { id: record.id, observedAt: now })),
      { now },
    );

  test('hold until the second they end', () => {
    expect(finding(at('2026-12-23T23:59:59Z'), 'emits-traces')).toMatchObject({
      outcome: 'exempt',
      satisfied: true,
      until: exemption.expires,
    });
    expect(finding(at('2026-12-24T00:00:01Z'), 'emits-traces')).toMatchObject({ outcome: 'unknown', satisfied: false });
    expect(at('2026-12-24T00:00:01Z').exemptions[0].refused).toBe('expired');
  });

  test('warn 14 days before their end', () => {
    expect(at('2026-12-01T00:00:00Z').exemptions[0].expiring).toBe(false);
    expect(at('2026-12-11T00:00:00Z').exemptions[0].expiring).toBe(true);
  });

  test.each([
    ['reason-too-short', { reason: 'later' }],
    ['no-approver', { approver: ' ' }],
    ['approved-by-owner', { approver: 'Payments' }],
    ['too-long', { expires: '2027-12-24' }],
    ['not-yet', { created: '2026-12-20', expires: '2026-12-24' }],
    ['unreadable-dates', { created: 'soon' }],
    ['unknown-check', { check: 'is-nice' }],
    ['not-exemptible', { check: 'service-is-stable' }],
  ] as const)('are refused: %s', (refused, more) => {
    expect(at(NOW, more).exemptions[0].refused).toBe(refused);
  });

  test('of more than a fifth of a step shut its gate', () => {
    const checks = ['emits-metrics', 'emits-traces'];
    const exemptions = checks.map((check) => ({ ...exemption, check }));
    const poor = perfect.filter(({ kind }) => kind !== 'trace-sample' && kind !== 'request-metrics');
    const { gate } = judge(poor, { ...service, exemptions }).steps[0];
    expect(gate.blockers).toEqual([{ kind: 'exemptions', share: 60 / 220, most: 0.2 }]);
  });

  test('do not hide that a check passes', () => {
    expect(finding(judge(perfect, { ...service, exemptions: [exemption] }), 'emits-traces').outcome).toBe('pass');
  });
});

describe('what is next', () => {
  test('nothing bound: connect what answers most', () => {
    const { next, cheapest } = judge([]);
    expect(next.map(({ id }) => id)).toEqual(['connect-prometheus', 'connect-jaeger', 'connect-loki']);
    expect(cheapest).toMatchObject({ step: 0, opens: true });
  });

  test('a refused source is to be given access again', () => {
    const blind = perfect.map((record) => (record.kind === 'log-stream' ? refused(model, 'log-stream') : record));
    expect(judge(blind).next[0]).toMatchObject({
      id: 'authorise-loki',
      checks: ['emits-logs', 'cause-is-reachable'],
      opensGate: true,
    });
  });

  test('of alternatives the one that needs least is chosen', () => {
    const { cheapest } = judge(perfect.filter(({ kind }) => kind !== 'profiles' && kind !== 'log-stream'));
    expect(cheapest?.actions.map(({ id }) => id)).toEqual(['connect-loki']);
  });

  test('a source that does not answer to the question is a matter of the check', () => {
    const { next } = judge(worldWith({ 'log-stream': { severityShare: null } }));
    expect(next[0]).toMatchObject({
      id: 'fix-emits-logs',
      text: { en: expect.stringContaining('has anything on this. Write structured logs') },
    });
  });

  test('what stands alone before the gate is named, with what it gains', () => {
    const calm = worldWith({ 'paging-route': { integrations: 0 } }).filter(({ kind }) => kind !== 'chaos-experiments');
    const { next, cheapest } = judge(calm);
    expect(next[0]).toMatchObject({ id: 'fix-alerts-reach-someone', effort: 'S', opensGate: true });
    expect(cheapest).toMatchObject({ step: 1, cost: 1, low: 1, opens: true });
  });

  test('stability comes before what needs it', () => {
    const { next } = judge(
      worldWith({
        'incident-load': { severe: 5 },
        'slo-live': { burnAlerts: 0 },
        'chaos-experiments': { recorded: 0, boundedShare: 0 },
      }),
    );
    const ids = next.map(({ id }) => id);
    expect(ids.indexOf('fix-service-is-stable')).toBeLessThan(ids.indexOf('fix-slo-after-stability'));
  });

  test('at the top there is nothing to do', () => {
    expect(judge(perfect)).toMatchObject({ step: 4, completed: 4, next: [] });
    expect(judge(perfect).cheapest).toBeUndefined();
  });
});

describe('previews', () => {
  const preview = (more: object) => ({
    ...model,
    checks: model.checks.map((check) => (check.id === 'emits-traces' ? { ...check, ...more } : check)),
  });
  const dark = perfect.filter(({ kind }) => kind !== 'trace-sample');

  test('are shown and weigh nothing', () => {
    const assessment = assess(preview({ lifecycle: 'preview' }), service, dark, { now: NOW });
    expect(finding(assessment, 'emits-traces')).toMatchObject({ outcome: 'unknown', weight: 0, gating: false });
    expect(assessment.step).toBe(4);
  });

  test('count from the day that they are enforced', () => {
    const steps = [daysBefore(-1), daysBefore(1)].map(
      (enforceFrom) => assess(preview({ enforceFrom }), service, dark, { now: NOW }).step,
    );
    expect(steps).toEqual([4, 0]);
  });
});

describe('hostile evidence', () => {
  test.each(['__proto__', 'constructor', 'toString'])('of kind, field and id %s changes nothing', (name) => {
    const hostile = perfect.map((record) => ({
      ...record,
      id: `${record.id}`,
      kind: name,
      values: { [name]: true },
    })) as Evidence[];
    expect(judge([...perfect, ...hostile])).toEqual(judge(perfect));
    const named = perfect.map((record, index) => (index === 0 ? { ...record, id: name } : record));
    expect(Object.hasOwn(judge(named).evidence, name)).toBe(true);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, '0.99', null, {}])(
    'a value of %j never passes where a share is asked for',
    (value) => {
      const odd = perfect.map((record) =>
        record.kind === 'availability' ? { ...record, values: { coverage: value, share: value } } : record,
      ) as Evidence[];
      const { outcome } = finding(judge(odd), 'outages-are-measured');
      expect(outcome).toBe('unknown');
    },
  );
});

test('a moment that is none and a kind of another model are refused', () => {
  const code = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return isMaturityError(error) ? error.code : error;
    }
    return 'nothing';
  };
  expect(code(() => assess(model, service, [], { now: 'yesterday' }))).toBe('invalid-time');
  expect(code(() => judge([], serviceOf('library')))).toBe('wrong-kind');
});
