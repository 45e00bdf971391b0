import type { Report } from '@flamestep/report';
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
  kind: 'backend' | 'web' | 'mobile' | 'batch' | 'library' = 'backend',
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

async function valuesOf(told: Shop, ...rest: [Partial<GithubSource>?, ('backend' | 'web' | 'mobile' | 'batch' | 'library')?]) {
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

onGithub("flamestep's reports are verdicts on the deployments of the connected repository", async () => {
  const { github, state, token } = await busyShop();
  const [first] = state.deployments;
  const subject = { name: 'shop', key: 'shop', head: { commit: first!.sha } };
  const provenance = { tool: '1.0.0', recordedAt: ago(25) };
  const profiles: unknown[] = [];
  const report = { schemaVersion: 1, subject, state: { kind: 'compared' }, profiles, notes: [], provenance };
  const { evidence } = await collect(
    manifestOf('shop'),
    [
      { type: 'github', url: github.url, repository: 'acme/shop' },
      // Only what collecting reads is there.
      { type: 'flamestep', reports: [report as unknown as Report] },
    ],
    { now, environment: { FLAMESTEP_HTTP_AUTHORIZATION: `${github.url} Bearer ${token.value}` }, random: () => 0 },
  );
  const told = evidence.find(({ kind, source }) => kind === 'deploy-verdicts' && source.type === 'flamestep');
  // The first commit was deployed twice.
  expect(told).toMatchObject({ values: { verdictShare: 2 / 6 }, samples: 6 });
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

onGithub('deploys that went to a canary first, right-sizings, quiet improvements and chaos experiments', async () => {
  const told = await busyShop();
  const { state, repository, issue, pull } = told;
  const [first, second] = [...state.deployments];
  state.addDeployment({ repository, sha: first!.sha, environment: 'canary', createdAt: ago(26) });
  // After production is too late.
  state.addDeployment({ repository, sha: second!.sha, environment: 'canary', createdAt: ago(1) });
  issue(30, 24, ['right-sizing']);
  issue(20, 1, ['chaos-experiment'], 'Steady state: SLO checkout-latency. Stop condition: burn rate over 10. Verdict: held.');
  issue(10, 1, ['chaos-experiment'], 'Verdict: it fell over');
  const incident = state.issues.find(({ labels }) => labels.includes('incident'))!;
  for (const body of ['p95 of the cart from 180 ms to 120 ms', `fixes #${incident.number}`]) {
    state.addCheckRun({ repository, headSha: pull(['kaizen'], body, ago(8)).head.sha, name: 'flamestep' });
  }
  pull(['kaizen'], 'nobody measured it', ago(8));
  expect(await valuesOf(told)).toMatchObject({
    // The first commit was deployed twice.
    'progressive-delivery': { progressiveShare: 2 / 6 },
    cost: { rightSizings: 1 },
    'quiet-improvements': { improvements: 1 },
    'chaos-experiments': { recorded: 2, boundedShare: 0.5 },
  });
});

onGithub('dry runs of a job, and nothing said where no stage is recorded', async () => {
  const told = await busyShop();
  expect((await valuesOf(told, {}, 'batch'))['progressive-delivery']).toMatchObject({ reason: 'no-data' });
  const [first] = told.state.deployments;
  told.state.addDeployment({ repository: told.repository, sha: first!.sha, environment: 'shadow', createdAt: ago(26) });
  const values = await valuesOf(told, { dryRunEnvironment: 'shadow' }, 'batch');
  expect(values['progressive-delivery']).toEqual({ dryRunShare: 2 / 6 });
});

onGithub('symbols: the last run of the workflow that uploads them', async () => {
  const told = await shop();
  const { state, repository } = told;
  const commit = (step: string) =>
    state.addCommit({ repository, branch: 'main', files: { '.github/workflows/release.yml': `steps: [{ run: ${step} }]` } });
  commit('npm run build');
  expect((await valuesOf(told, {}, 'web'))['symbols']).toMatchObject({ reason: 'no-data' });
  const { sha } = commit('npx sentry-cli sourcemaps upload dist');
  expect((await valuesOf(told, {}, 'web'))['symbols']).toMatchObject({
    reason: 'no-data',
    detail: 'release.yml has not run yet',
  });
  const run = { repository, headSha: sha, headBranch: 'main', path: '.github/workflows/release.yml' };
  state.addRun(run);
  expect((await valuesOf(told, {}, 'web'))['symbols']).toEqual({ uploaded: true });
  state.addRun({ ...run, conclusion: 'failure' });
  expect((await valuesOf(told, {}, 'web'))['symbols']).toEqual({ uploaded: false });
});

onGithub('a library that nobody reported anything about', async () => {
  const told = await shop();
  told.state.addCommit({ repository: told.repository, branch: 'main', files: { 'SECURITY.md': 'Write to us.' } });
  const { 'triage-contact': contact } = await valuesOf(told, {}, 'library');
  expect(contact).toEqual({ contact: true, reports: 0, firstResponseMedian: null });
});

onGithub('how soon a person took up what an alert opened', async () => {
  const told = await shop();
  const { state, repository } = told;
  const opened = (days: number, closedAt?: string, author = 'alerts[bot]') =>
    state.addIssue({
      repository,
      labels: ['incident'],
      author,
      createdAt: ago(days),
      ...(closedAt !== undefined && { closedAt }),
    });
  const comment = (issue: number, author: string, createdAt: string) =>
    state.addComment({ repository, issue, author, body: 'I look at it.', createdAt });
  const answered = opened(10, ago(10, 2));
  comment(answered.number, 'alerts[bot]', ago(10));
  comment(answered.number, 'ada', ago(10, 0.25));
  comment(opened(8).number, 'ada', ago(8, 0.75));
  // One that cleared by itself, and one that a person opened.
  opened(6, ago(6, 1));
  comment(opened(5, ago(5, 3), 'ada').number, 'ada', ago(5, 2));
  expect((await valuesOf(told))['response-load']).toEqual({ acknowledgeMedian: 1800 });
  // Nobody has looked at this one.
  opened(1);
  expect((await valuesOf(told))['response-load']).toEqual({ acknowledgeMedian: 2700 });
});

onGithub('a mobile app: staged rollouts, and a kill switch among its flags', async () => {
  const told = await busyShop();
  const { state, repository } = told;
  expect((await valuesOf(told, {}, 'mobile'))['progressive-delivery']).toMatchObject({ reason: 'no-data' });
  const files = { 'config/app.flagd.json': '{"flags":{"checkout-kill-switch":{"state":"ENABLED"}}}' };
  state.addCommit({ repository, branch: 'main', files });
  expect((await valuesOf(told, {}, 'mobile'))['progressive-delivery']).toEqual({ progressiveShare: null, killSwitch: true });
  state.addDeployment({ repository, sha: state.deployments[0]!.sha, environment: 'canary', createdAt: ago(26) });
  expect((await valuesOf(told, {}, 'mobile'))['progressive-delivery']).toEqual({ progressiveShare: 2 / 6, killSwitch: true });
});

onGithub('a library: its contact, how soon it answers, its release notes, and how it emits telemetry', async () => {
  const told = await shop();
  const { state, repository } = told;
  const files = {
    'SECURITY.md': 'Write to security@example.com',
    'package.json': '{"dependencies":{"@opentelemetry/api":"1.9.0"},"devDependencies":{"@opentelemetry/sdk-node":"0.2.0"}}',
    'packages/a/go.mod': 'module example.com/a\n\nrequire (\n\tgo.opentelemetry.io/otel/sdk v1.30.0\n)\n',
  };
  state.addCommit({ repository, branch: 'main', files });
  const reported = [2, 10, 100].map((hours) => ({ hours, issue: state.addIssue({ repository, createdAt: ago(20) }) }));
  for (const { hours, issue } of reported) {
    const answer = { repository, issue: issue.number, body: 'Thank you.', createdAt: ago(20, hours) };
    state.addComment({ ...answer, author: 'passer-by', createdAt: ago(20, 1) });
    state.addComment({ ...answer, author: 'maintainer', association: 'MEMBER' });
  }
  // One that still waits, one that a maintainer opened.
  state.addIssue({ repository, createdAt: ago(5) });
  state.addIssue({ repository, createdAt: ago(30), association: 'OWNER' });
  state.addRelease({ repository, tag: 'v1.1.0', body: 'Parsing is 20 % faster.', createdAt: ago(50) });
  state.addRelease({ repository, tag: 'v1.0.1', body: 'Mends a crash.', createdAt: ago(100) });
  state.addRelease({ repository, tag: 'v0.9.0', body: 'Faster.', createdAt: ago(400) });
  expect(await valuesOf(told, {}, 'library')).toMatchObject({
    'triage-contact': { contact: true, reports: 4, firstResponseMedian: 55 / 24 },
    'release-notes': { performanceShare: 0.5 },
    'instrumentation-dependency': { apiOnly: true },
  });
});
