import { afterEach, expect, test } from 'vitest';
import { loadDescription } from '../../../../fixtures/fake-github/contract/load-description.ts';
import { createFakeGitHub, type FakeGitHub } from '../../../../fixtures/fake-github/create-fake-github.ts';
import { collect, type GithubSource } from '../../src/index.ts';
import { manifestOf } from './manifest.ts';

/* Every request, and every answer of the fake, is held against GitHub's published OpenAPI description. */

const now = '2026-11-22T12:00:00Z';
const ago = (days: number, hours = 0) =>
  `${new Date(Date.parse(now) - days * 86_400_000 + hours * 3_600_000).toISOString().slice(0, 19)}Z`;

const loaded = loadDescription();
const missing = loaded.description === undefined ? loaded.reason : '';
const onGithub = test.skipIf(missing !== '');
if (missing !== '') console.warn(`skipped: ${missing}`);

const running: FakeGitHub[] = [];
afterEach(async () => {
  for (const github of running.splice(0)) {
    expect(github.contractViolations).toEqual([]);
    await github.close();
  }
});

/** A repository with the story of a service, and a token that may read it. */
async function shop() {
  const github = await createFakeGitHub({ description: loaded.description!, now: () => new Date(now) });
  running.push(github);
  const { state } = github;
  const repository = state.addRepository({ owner: 'acme', name: 'shop' });
  const permissions = {
    contents: 'read',
    issues: 'read',
    'pull-requests': 'read',
    checks: 'read',
    deployments: 'read',
    actions: 'read',
  } as const;
  const token = state.issueToken({ repository, permissions });
  const issue = (days: number, hours: number, labels: readonly string[], body = '') =>
    state.addIssue({ repository, createdAt: ago(days), closedAt: ago(days, hours), labels, body });
  const pull = (labels: readonly string[], body: string, mergedAt?: string) => {
    const base = { repository, branch: 'main', sha: state.addCommit({ repository, branch: 'main' }).sha };
    const head = { repository, branch: 'change', sha: state.addCommit({ repository, branch: 'change' }).sha };
    const opened = state.openPullRequest({ base, head, labels, body, createdAt: ago(9) });
    return Object.assign(opened, {
      state: 'closed' as const,
      closedAt: mergedAt ?? ago(8),
      ...(mergedAt !== undefined && { mergedAt }),
    });
  };
  return { github, state, repository, token, issue, pull };
}

type Shop = Awaited<ReturnType<typeof shop>>;

async function ask(
  { github, token }: Shop,
  source: Partial<GithubSource> = {},
  kind: 'backend' | 'web' | 'batch' | 'library' = 'backend',
) {
  const manifest = manifestOf('shop');
  const { evidence, failures } = await collect(
    { ...manifest, service: { ...manifest.service, kind } },
    [{ type: 'github', url: github.url, repository: 'acme/shop', telemetryHosts: ['grafana.example.com'], ...source }],
    {
      now,
      environment: { FLAMESTEP_HTTP_AUTHORIZATION: `${github.url} Bearer ${token.value}` },
      random: () => 0,
      timeoutMs: 5000,
    },
  );
  const values = Object.fromEntries(evidence.map((one) => [one.kind, one.values ?? one.unavailable]));
  return { failures, values };
}

async function valuesOf(told: Shop, ...rest: [Partial<GithubSource>?, ('backend' | 'web' | 'batch' | 'library')?]) {
  const { failures, values } = await ask(told, ...rest);
  expect(failures).toEqual([]);
  return values;
}

async function busyShop(): Promise<Shop> {
  const told = await shop();
  const { state, repository, issue, pull } = told;
  issue(10, 1, ['incident', 'sev1', 'detected-by:alert'], 'Postmortem: https://docs.example.com/1');
  issue(50, 3, ['incident', 'sev2', 'detected-by:customer']);
  issue(120, 8, ['incident']);
  issue(40, 48, ['incident-action']);
  issue(30, 1, ['game-day'], 'Scenario: fluentd dies\nDetected in: 2 m\nRecovered in: 5 m\nActions: none');
  issue(20, 1, ['game-day'], 'it went well');
  const commits = ['a', 'b', 'c', 'd', 'e'].map((message) => state.addCommit({ repository, message }).sha);
  [0, 1, 0, 2, 3, 4].forEach((commit, index) => {
    const time = (minutes: number) => ago(25 - index, minutes / 60);
    const statuses = [{ state: 'success' as const, createdAt: time(index + 1) }];
    state.addDeployment({ repository, sha: commits[commit]!, createdAt: time(0), statuses });
  });
  state.addCheckRun({ repository, headSha: commits[2]!, name: 'flamestep deploy' });
  state.addCheckRun({ repository, headSha: commits[3]!, name: 'lint' });
  const fix = pull(['performance'], 'see https://grafana.example.com/d/1', ago(8));
  state.addCheckRun({ repository, headSha: fix.head.sha, name: 'flamestep' });
  pull(['performance'], '', ago(8));
  // One that was not merged, though it looks like an incident.
  pull(['incident'], '');
  return told;
}

onGithub('incidents, drills, deployments, rollbacks and work on performance', async () => {
  expect(await valuesOf(await busyShop())).toMatchObject({
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

onGithub('without deployments nothing is said of them', async () => {
  const values = await valuesOf(await busyShop(), { environment: 'live' });
  expect(values['deliveries']).toMatchObject({ reason: 'no-data' });
  expect(values['deploy-verdicts']).toMatchObject({ reason: 'no-data' });
  expect(values['incident-load']).toMatchObject({ changeFailureShare: null });
});

onGithub('a pause that GitHub asks for is kept', async () => {
  const told = await busyShop();
  told.github.faults.next({ kind: 'secondary-rate-limit', path: '/deployments', retryAfterSeconds: 1 });
  expect((await valuesOf(told))['rollbacks']).toMatchObject({ rollbacks: 1 });
});

onGithub('a limit that is used up is told as such, and nothing more is asked', async () => {
  const told = await busyShop();
  told.github.faults.next({ kind: 'primary-rate-limit', times: 100 });
  const { failures, values } = await ask(told);
  expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['rate-limited']));
  expect(failures[0]!.message).toContain('the server was asked too often (403): ask again in ');
  expect(values['incident-source']).toMatchObject({ reason: 'source-error' });
  // What was on its way when the first refusal came.
  expect(told.github.requests.length).toBeLessThanOrEqual(4);
});

onGithub('a token that may not read deployments costs what they would have told', async () => {
  const told = await busyShop();
  const token = told.state.issueToken({ repository: told.repository, permissions: { issues: 'read' } });
  const { failures, values } = await ask({ ...told, token });
  expect(values['incident-source']).toMatchObject({ incidents: 2 });
  expect(values['rollbacks']).toMatchObject({ reason: 'unauthorised' });
  expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['unauthorized']));
});

test.each(['../../user', 'acme', 'acme/shop/../x', 'a/b?c', 'acme/..'])('the repository %j is refused', async (repository) => {
  const { failures } = await collect(manifestOf('x'), [{ type: 'github', url: 'http://127.0.0.1:1', repository }], { now });
  expect(failures).toMatchObject([{ code: 'bad-url' }]);
});
