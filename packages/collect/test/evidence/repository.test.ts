import { expect, test } from 'vitest';
import { collect } from '../../src/index.ts';
import { readSlos } from '../../src/evidence/repository/read-slos.ts';
import { manifestOf } from './manifest.ts';

const openslo = (spec: string) =>
  `apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: latency }\nspec:\n  service: checkout\n${spec}`;
const good = `  budgetingMethod: Occurrences
  timeWindow: [{ duration: 28d, isRolling: true }]
  indicatorRef: latency
  objectives: [{ target: 0.99 }]
`;

const faultsOf = (text: string) => readSlos({ 'slo.yaml': text }).flatMap(({ faults }) => faults);

test.each([
  [good, []],
  [good.replace('target: 0.99', 'targetPercent: 99.9'), []],
  [good.replace('target: 0.99', 'target: 1'), ['a target must be from 0 to below 1 (100 %)']],
  [good.replace('target: 0.99', 'target: 0.9, targetPercent: 90'), ['an objective needs either target or targetPercent']],
  [good.replace('Occurrences', 'Often'), ['budgetingMethod must be one of Occurrences, Timeslices, RatioTimeslices']],
  [good.replace('  indicatorRef: latency\n', ''), ['an indicator or an indicatorRef is missing']],
  [`${good}  indicator: { metadata: { name: a } }\n`, ['indicator and indicatorRef exclude each other']],
  [good.replace(/timeWindow: .*/, 'timeWindow: []'), ['there must be exactly one timeWindow']],
])('OpenSLO %#', (spec, faults) => {
  expect(faultsOf(openslo(spec))).toEqual(faults);
});

test('SLOs of OpenSLO, Sloth and Pyrra, of this service only, with the oldest review', async () => {
  const files = {
    'slo/latency.yaml': openslo(good),
    'slo/sloth.yml':
      'version: prometheus/v1\nservice: checkout\nslos: [{ name: a, objective: 99.9, sli: { raw: { error_ratio_query: x } } }]\n',
    'slo/crd.yaml':
      'apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel\nspec: { service: cart, slos: [{ name: b, objective: 99, sli: { raw: {} } }] }\n',
    'slo/pyrra.yaml':
      'apiVersion: pyrra.dev/v1alpha1\nkind: ServiceLevelObjective\nmetadata: { name: p, labels: { pyrra.dev/service: checkout } }\nspec: { target: "99", window: 2w, indicator: { ratio: {} } }\n',
    'deploy.yaml': 'kind: Deployment\n---\n- 1\n',
    'broken.yaml': 'apiVersion: openslo/v1\n  : {',
    // Aliases that would make gigabytes.
    'bomb.yaml': `apiVersion: openslo/v1\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`)
      .join('\n')}\n`,
    'large.yaml': `${openslo(good)}# ${'x'.repeat(200_000)}`,
  };
  const changed = {
    'slo/latency.yaml': '2026-11-01T00:00:00Z',
    'slo/sloth.yml': '2026-10-02T00:00:00Z',
    'slo/pyrra.yaml': '2026-11-20T00:00:00Z',
  };
  const { evidence, failures } = await collect(manifestOf('checkout'), [{ type: 'openslo', files, changed }], {
    now: '2026-11-21T00:00:00Z',
  });
  expect(failures).toEqual([]);
  expect(evidence.find(({ kind }) => kind === 'slo-definition')).toMatchObject({
    basis: 'declared',
    query: 'slo/latency.yaml, slo/sloth.yml, slo/pyrra.yaml',
    values: { valid: 3, reviewAge: 50 },
  });
});
