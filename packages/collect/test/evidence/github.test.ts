import { afterEach, expect, test } from 'vitest';
import { collect, type Source } from '../../src/index.ts';
import { serve, stopServers } from '../local-server.ts';
import { manifestOf } from './manifest.ts';

/* Contract tests: the fake knows the published paths and parameters of GitHub's REST API and refuses others. */

afterEach(stopServers);

const now = '2026-11-22T12:00:00Z';
const ago = (days: number, hours = 0) => new Date(Date.parse(now) - days * 86_400_000 + hours * 3_600_000).toISOString();
const issue = (number: number, days: number, hours: number, labels: string[], body = '') => ({
  number,
  title: `issue ${number}`,
  body,
  labels: labels.map((name) => ({ name })),
  created_at: ago(days),
  closed_at: ago(days, hours),
});
const issues = [
  issue(1, 10, 1, ['incident', 'sev1', 'detected-by:alert'], 'Postmortem: https://docs.example.com/1'),
  issue(2, 50, 3, ['incident', 'sev2', 'detected-by:customer']),
  issue(3, 120, 8, ['incident']),
  issue(4, 40, 48, ['incident-action']),
  issue(5, 30, 1, ['game-day'], 'Scenario: fluentd dies\nDetected in: 2 m\nRecovered in: 5 m\nActions: none'),
  issue(6, 20, 1, ['game-day'], 'it went well'),
  { ...issue(7, 5, 1, ['incident']), pull_request: { merged_at: null } },
];
const deployments = ['a', 'b', 'a', 'c', 'd', 'e'].map((sha, index) => ({ id: index + 1, sha, created_at: ago(25 - index) }));
const pulls = [
  {
    ...issue(8, 9, 1, ['performance'], 'see https://grafana.example.com/d/1'),
    updated_at: ago(8),
    merged_at: ago(8),
    head: { sha: 'p1' },
  },
  { ...issue(9, 9, 1, ['performance']), updated_at: ago(8), merged_at: ago(8), head: { sha: 'p2' } },
  { ...issue(10, 9, 1, []), updated_at: ago(8), merged_at: null, head: { sha: 'p3' } },
];
const checked = new Map([
  ['p1', 'flamestep'],
  ['c', 'flamestep deploy'],
  ['d', 'lint'],
]);

const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  issues: ['labels', 'state', 'since', 'sort', 'direction', 'per_page', 'page'],
  pulls: ['state', 'sort', 'direction', 'per_page', 'page'],
  deployments: ['environment', 'per_page', 'page'],
  statuses: ['per_page'],
  'check-runs': ['status', 'per_page'],
};

function github(pages = 1) {
  return serve(({ path, parameters, headers }, response) => {
    const [, rest = ''] = /^\/repos\/acme\/shop\/(.*)$/.exec(path) ?? [];
    const name = rest.split('/').at(-1)!;
    const unknown = [...parameters.keys()].filter((parameter) => !PARAMETERS[name]?.includes(parameter));
    if (unknown.length > 0 || headers['x-github-api-version'] !== '2022-11-28') return response.writeHead(422).end();
    response.setHeader('content-type', 'application/json');
    const send = (answer: unknown) => response.end(JSON.stringify(answer));
    const wanted = parameters.get('labels')?.split(',') ?? [];
    if (rest === 'issues') {
      return send(issues.filter(({ labels }) => wanted.every((label) => labels.some((one) => one.name === label))));
    }
    if (rest === 'pulls') return send(pulls);
    if (rest === 'deployments') {
      const page = Number(parameters.get('page'));
      return send(page > pages ? [] : parameters.get('environment') === 'production' ? deployments.toReversed() : []);
    }
    if (/^deployments\/\d+\/statuses$/.test(rest)) {
      const { id, created_at } = deployments[Number(rest.split('/')[1]) - 1];
      return send([{ state: 'success', created_at: new Date(Date.parse(created_at) + 60_000 * id).toISOString() }]);
    }
    const [, sha] = /^commits\/(\w+)\/check-runs$/.exec(rest) ?? [];
    if (sha === undefined) return response.writeHead(404).end();
    const check = checked.get(sha);
    return send({ total_count: 1, check_runs: check === undefined ? [] : [{ name: check, conclusion: 'success' }] });
  });
}

const valuesOf = async (source: Partial<Source> = {}) => {
  const url = await github();
  const sources = [
    { type: 'github', url, repository: 'acme/shop', telemetryHosts: ['grafana.example.com'], ...source } as Source,
  ];
  const { evidence, failures } = await collect(manifestOf('checkout'), sources, { now });
  expect(failures).toEqual([]);
  return Object.fromEntries(evidence.map(({ kind, values, unavailable }) => [kind, values ?? unavailable]));
};

test('incidents, drills, deployments, rollbacks and work on performance', async () => {
  expect(await valuesOf()).toMatchObject({
    'incident-source': { incidents: 2, syncAge: 0 },
    'recovery-time': { incidents: 2, median: 7200 },
    'incident-detection': { incidents: 2, detectedShare: 0.5 },
    'incident-load': { severe: 1, recoveryMedian: 3600, changeFailureShare: 0.2 },
    'incident-reviews': { postmortemShare: 0.5, closedActionShare: 1, recoveryChange: 0.25 },
    rollbacks: { rollbacks: 1, median: 86_400 + 180 },
    drills: { corroborated: null, pipeline: 1 },
    'performance-work': { fixes: 1 },
    'deploy-verdicts': { verdictShare: 1 / 6 },
    'fact-citations': { citedShare: 0.5 },
  });
});

test('without deployments nothing is said of them', async () => {
  const values = await valuesOf({ environment: 'live' } as Partial<Source>);
  expect(values['deliveries']).toMatchObject({ reason: 'no-data' });
  expect(values['deploy-verdicts']).toMatchObject({ reason: 'no-data' });
  expect(values['incident-load']).toMatchObject({ changeFailureShare: null });
});

test.each(['../../user', 'acme', 'acme/shop/../x', 'a/b?c', 'acme/..'])('the repository %j is refused', async (repository) => {
  const { failures } = await collect(manifestOf('x'), [{ type: 'github', url: 'http://127.0.0.1:1', repository }], { now });
  expect(failures).toMatchObject([{ code: 'bad-url' }]);
});
