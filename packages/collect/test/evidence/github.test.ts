import { afterEach, expect, test } from 'vitest';
import { Contract } from '../../../../fixtures/fake-github/contract/contract.ts';
import type { Json } from '../../../../fixtures/fake-github/contract/json.ts';
import { loadDescription } from '../../../../fixtures/fake-github/contract/load-description.ts';
import { collect, type Source } from '../../src/index.ts';
import { serve, stopServers } from '../local-server.ts';
import { manifestOf } from './manifest.ts';

/*
 * Contract tests: every request, and every answer of the fake, is held against GitHub's published OpenAPI description. Without a
 * network for the first time the description cannot be had; then they are not held against it.
 */

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

const REPOSITORY = '/repos/{owner}/{repo}';
const ROUTES = ['issues', 'pulls', 'deployments', 'deployments/{deployment_id}/statuses', 'commits/{ref}/check-runs'];
const { description } = loadDescription(
  undefined,
  ROUTES.map((route) => `GET ${REPOSITORY}/${route}`),
);
const contract = description && new Contract(description);

/** What the fake answers on a path below the repository. */
function answerTo(path: string, parameters: URLSearchParams): { readonly route: string; readonly body: Json } | undefined {
  const wanted = parameters.get('labels')?.split(',') ?? [];
  if (path === 'issues') {
    const body = issues.filter(({ labels }) => wanted.every((label) => labels.some(({ name }) => name === label)));
    return { route: path, body };
  }
  if (path === 'pulls') return { route: path, body: pulls };
  if (path === 'deployments')
    return { route: path, body: parameters.get('environment') === 'production' ? deployments.toReversed() : [] };
  const [, id] = /^deployments\/(\d+)\/statuses$/.exec(path) ?? [];
  if (id !== undefined) {
    const created_at = new Date(Date.parse(deployments[Number(id) - 1]!.created_at) + 60_000 * Number(id)).toISOString();
    return { route: 'deployments/{deployment_id}/statuses', body: [{ state: 'success', created_at }] };
  }
  const [, sha] = /^commits\/(\w+)\/check-runs$/.exec(path) ?? [];
  if (sha === undefined) return undefined;
  const check = checked.get(sha);
  const check_runs = check === undefined ? [] : [{ name: check, conclusion: 'success', status: 'completed' }];
  return { route: 'commits/{ref}/check-runs', body: { total_count: check_runs.length, check_runs } };
}

const faults: string[] = [];

function github() {
  return serve(({ method = '', path, parameters, headers }, response) => {
    const [, owner = '', repo = '', rest = ''] = /^\/repos\/(\w+)\/(\w+)\/(.*)$/.exec(path) ?? [];
    const answer = answerTo(rest, parameters);
    if (answer === undefined || headers['x-github-api-version'] !== '2022-11-28') {
      response.writeHead(404).end();
      return;
    }
    const query = Object.fromEntries(parameters);
    const [, deployment_id = '', ref = ''] = /^(?:deployments\/(\d+)|commits\/(\w+))/.exec(rest) ?? [];
    const asked = {
      method,
      template: `${REPOSITORY}/${answer.route}`,
      path: { owner, repo, deployment_id, ref },
      query,
      body: undefined,
    };
    const body = contract?.complete(asked, 200, answer.body) ?? answer.body;
    faults.push(...(contract?.requestFaults(asked) ?? []), ...(contract?.answerFaults(asked, 200, body) ?? []));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
}

const valuesOf = async (source: Partial<Source> = {}) => {
  const url = await github();
  const sources = [
    { type: 'github', url, repository: 'acme/shop', telemetryHosts: ['grafana.example.com'], ...source } as Source,
  ];
  const { evidence, failures } = await collect(manifestOf('checkout'), sources, { now });
  expect(failures).toEqual([]);
  expect(faults).toEqual([]);
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
