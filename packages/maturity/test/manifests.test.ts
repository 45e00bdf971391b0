import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess, builtInModel, isMaturityError, modelSchema, readModel, readService, serviceSchema } from '../src/index.ts';
import { evidenceOf, NOW, perfectWorld } from './worlds/worlds.ts';

/** What a reader says of a file: a line for each fault. */
function faultsOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (!isMaturityError(error)) throw error;
    return (
      error.problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`).join('\n') || error.code
    );
  }
  return 'nothing';
}

const SERVICE = `apiVersion: flamestep.io/v1
kind: Service
metadata: { name: checkout }
spec:
  kind: backend
  tier: 1
  owner: payments
  reviewed: 2026-10-01
  normal:
    - { operation: POST /pay, metric: http_request_duration_seconds, percentile: 95, atMost: 0.3, unit: seconds }
  limits: { availability: 0.995 }
  profilingOverhead: { atMost: 1.1, approver: head of platform }
  selectors:
    prometheus: { service: checkout }
  sources:
    - type: prometheus
    - { type: github, instance: acme/checkout, role: incidents }
`;

describe('o11y.yaml', () => {
  test('is read', () => {
    const { service, normal, selectors, sources, reviewed } = readService(SERVICE);
    expect(service).toEqual({
      name: 'checkout',
      kind: 'backend',
      tier: 1,
      lifecycle: 'production',
      owner: 'payments',
      limits: { availability: 0.995, profilingOverhead: 1.1 },
      exemptions: [],
    });
    expect(normal).toHaveLength(1);
    expect(selectors).toEqual({ prometheus: { service: 'checkout' } });
    expect(sources.map(({ type, instance }) => `${type} ${instance}`)).toEqual(['prometheus main', 'github acme/checkout']);
    expect(reviewed).toBe('2026-10-01');
  });

  test('says every fault with its line', () => {
    const broken = SERVICE.replace('tier: 1', 'tier: 7')
      .replace('kind: backend', 'kind: frontend')
      .replace('  owner: payments\n', '  team: payments\n')
      .replace('availability: 0.995', 'availability: 99.5');
    expect(faultsOf(() => readService(broken))).toMatchInlineSnapshot(`
      "5:3 spec.kind: "frontend" stands where one of backend, web, mobile, batch, library is expected
      6:3 spec.tier: 7 stands where at most 4 is expected
      7:3 spec.team: unknown field; remove it (known are kind, tier, lifecycle, owner, normal, reviewed, limits, profilingOverhead, selectors, sources, exemptions)
      11:13 spec.limits.availability: 99.5 stands where at most 1 is expected"
    `);
  });

  test('says what contradicts itself', () => {
    const broken = `${SERVICE.replace('atMost: 0.3', 'atMost: 0.3, atLeast: 1')}  exemptions:
    - check: emits-traces
      reason: the vendor delivers it next quarter
      category: third-party
      approver: payments
      ticket: OPS-1
      created: 2026-01-01
      expires: 2026-12-31
`;
    expect(faultsOf(() => readService(broken))).toMatchInlineSnapshot(`
      "10:99 spec.normal[0].atLeast: atLeast is above atMost; nothing is within
      22:7 spec.exemptions[0].approver: must not be the owner
      25:7 spec.exemptions[0].expires: is more than 180 days after created; a renewal is a new record"
    `);
  });

  test.each([
    ['no YAML', 'kind: [1, 2'],
    ['nothing', ''],
    ['a list', '- 1'],
    ['a name twice', `${SERVICE}kind: Service\n`],
    ['two documents', `${SERVICE}---\n${SERVICE}`],
    [
      'a bomb of aliases',
      `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghi'.replace(/./g, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
    ],
    ['a pit of brackets', '['.repeat(100_000)],
    ['a prototype', `${SERVICE}__proto__: { tier: 1 }\n`],
  ])('refuses %s', (_, text) => {
    expect(faultsOf(() => readService(text))).toMatch(/^\d+:\d+ /);
  });

  test('refuses what is too large', () => {
    expect(faultsOf(() => readService(`# ${'x'.repeat(300_000)}`))).toBe('too-large');
  });
});

const HEAD = `apiVersion: flamestep.io/v1
kind: Model
metadata: { id: acme, version: 2.1.0, extends: builtin@1 }
`;

const OWN_CHECK = `evidence:
  acme-rota:
    title: Rota
    fields: { people: { unit: count, label: people on the rota } }
    sources: [prometheus]
    windowDays: 1
    ttlDays: 0.25
    query: 'count(rota_member{{selector}})'
checks:
  - id: acme-rota-is-staffed
    step: 1
    effort: S
    docs: https://example.com/rota
    requires: [alerts-have-live-series]
    kinds:
      backend: { gating: true, pass: { all: [{ evidence: acme-rota, field: people, atLeast: 2 }] } }
    text:
      en: { title: The rota is staffed, motivation: One person is no rota., evidence: Two people., remediation: Find a second. }
`;

describe('a model file', () => {
  test('adds a check of its own', () => {
    const model = readModel(HEAD + OWN_CHECK);
    expect(model).toMatchObject({ id: 'acme', version: '2.1.0', comparable: true });
    expect(model.checks).toHaveLength(builtInModel.checks.length + 1);
    const service = readService(SERVICE).service;
    // Its own limit of availability is above the usual one, which the perfect world just meets.
    const perfect = perfectWorld(builtInModel, 'backend');
    const judge = (people: number) =>
      assess(model, service, [...perfect, evidenceOf(model, 'acme-rota', { people })], { now: NOW }).step;
    expect([judge(1), judge(2)]).toEqual([1, 2]);
  });

  test('makes a built-in gate stricter', () => {
    const model = readModel(`${HEAD}steps: [{ id: 1, gateThreshold: 0.9 }]
checks:
  - id: outages-are-measured
    kinds: { backend: { gating: true, pass: { evidence: availability, field: coverage, atLeast: 0.99 } } }
`);
    expect(model.comparable).toBe(true);
    expect(model.steps[1].gateThreshold).toBe(0.9);
    expect(model.checks.find(({ id }) => id === 'outages-are-measured')?.kinds.web).toBeDefined();
  });

  const LOOSE = `${HEAD}steps: [{ id: 2, gateThreshold: 0.5 }]
checks:
  - id: outages-are-measured
    kinds:
      backend: { gating: true, pass: { evidence: availability, field: coverage, atLeast: 0.5 } }
      web: { gating: false, pass: { evidence: journeys, field: coverage, atLeast: 0.95 } }
  - id: service-is-stable
    lifecycle: preview
    exemptible: true
  - id: slo-after-stability
    requires: []
`;

  test('may not make one easier', () => {
    expect(faultsOf(() => readModel(LOOSE))).toMatchInlineSnapshot(`
      "4:1 steps: a built-in gate is made easier: step 2: gateThreshold is below 0.8; undo it, or set metadata.allowLoosen
      8:7 checks[0].kinds.backend: outages-are-measured: a built-in gate is made easier: for backend it asks for less, or for something else; undo it, or set metadata.allowLoosen
      9:7 checks[0].kinds.web: outages-are-measured: a built-in gate is made easier: it no longer gates web; undo it, or set metadata.allowLoosen
      11:5 checks[1].lifecycle: service-is-stable: a built-in gate is made easier: it no longer counts; undo it, or set metadata.allowLoosen
      12:5 checks[1].exemptible: service-is-stable: a built-in gate is made easier: nobody may be exempt from it; undo it, or set metadata.allowLoosen
      14:5 checks[2].requires: slo-after-stability: a built-in gate is made easier: a prerequisite is gone; undo it, or set metadata.allowLoosen"
    `);
  });

  test('unless it says so, and then it cannot be compared', () => {
    const allowed = LOOSE.replace('extends: builtin@1', 'extends: builtin@1, allowLoosen: true').replace(
      '    lifecycle: preview\n',
      '',
    );
    expect(readModel(allowed).comparable).toBe(false);
  });

  test('says what its schema refuses, with the line', () => {
    expect(
      faultsOf(() => readModel(HEAD + OWN_CHECK.replace('effort: S', 'effort: XL').replace('step: 1', 'stepp: 1'))),
    ).toMatchInlineSnapshot(`
      "14:5 checks[0].stepp: unknown field; remove it (known are id, step, weight, lifecycle, enforceFrom, exemptible, requires, prematureSeverity, kinds, tiers, lifecycles, effort, docs, text)
      15:5 checks[0].effort: "XL" stands where one of S, M, L is expected"
    `);
  });

  const own = (pass: string, more = '') => `${HEAD}checks:
  - id: acme-own
    step: 1
    effort: S
    docs: https://example.com
    ${more}
    kinds: { backend: { gating: true, pass: ${pass} } }
    text: { en: { title: Own, motivation: Because., evidence: Some., remediation: Do. } }
`;

  test.each([
    ['passes on an empty world', own('{ all: [] }')],
    ['passes with no part met', own('{ least: 0, of: [{ evidence: availability, field: coverage, atLeast: 0.9 }] }')],
    ['can never be met', own('{ least: 2, of: [{ evidence: availability, field: coverage, atLeast: 0.9 }] }')],
    ['names evidence that is not there', own('{ evidence: vibes, field: good, is: true }')],
    ['names a field that is not there', own('{ evidence: availability, field: vibes, atLeast: 1 }')],
    ['asks a number as a flag', own('{ evidence: availability, field: coverage, is: true }')],
    ['has no limit', own('{ evidence: availability, field: coverage }')],
    ['gates by a declaration', own('{ evidence: slo-definition, field: valid, atLeast: 1 }')],
    [
      'requires a later step',
      own('{ evidence: availability, field: coverage, atLeast: 0.9 }', 'requires: [slo-after-stability]'),
    ],
    ['requires what is not there', own('{ evidence: availability, field: coverage, atLeast: 0.9 }', 'requires: [vibes]')],
    ['requires itself', own('{ evidence: availability, field: coverage, atLeast: 0.9 }', 'requires: [acme-own]')],
    [
      'makes a circle',
      `${own('{ evidence: availability, field: coverage, atLeast: 0.9 }', 'requires: [outages-are-measured]')}  - id: outages-are-measured\n    requires: [acme-own]\n`,
    ],
    ['says too little', `${HEAD}checks: [{ id: acme-own }]\n`],
    ['is there twice', `${HEAD}checks: [{ id: emits-logs }, { id: emits-logs }]\n`],
    ['takes a step out of reach', `${HEAD}steps: [{ id: 4, minApplicable: 4 }]\n`],
    ['adds a step without checks', `${HEAD}steps: [{ id: 5 }]\n`],
    [
      'takes a built-in kind of evidence',
      `${HEAD}evidence: { availability: { title: A, fields: {}, sources: [prometheus], windowDays: 0, ttlDays: 1 } }\n`,
    ],
    ['asks with an unknown variable', (HEAD + OWN_CHECK).replace('{{selector}}', '{{host}}')],
  ])('is refused when it %s', (_, text) => {
    expect(faultsOf(() => readModel(text))).toMatchSnapshot();
  });
});

test.each([
  ['model.schema.json', modelSchema],
  ['service.schema.json', serviceSchema],
])('%s is as the code says; write it with npm run schema -w packages/maturity', (file, schema) => {
  expect(JSON.parse(readFileSync(new URL(`../schema/${file}`, import.meta.url), 'utf8'))).toEqual(schema);
});
