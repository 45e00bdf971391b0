import { readFileSync } from 'node:fs';
import type { Assessment } from '@flamestep/maturity';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort, serve, stopServers } from '../../../fixtures/servers/local-server.ts';
import { flamestep, type World } from './fake-io.ts';

afterEach(stopServers);

const NAMED = 'apiVersion: flamestep.io/v1\nkind: Service\nmetadata: { name: checkout }\nspec: { kind: backend, tier: 2 }\n';
/** What was found out about the service of examples/maturity, before its alerts were mended. */
const EVIDENCE = readFileSync(new URL('maturity/evidence.json', import.meta.url), 'utf8');
const MANIFEST = readFileSync(new URL('../../../examples/maturity/o11y.yaml', import.meta.url), 'utf8');
const files = { 'o11y.yaml': MANIFEST, 'evidence.json': EVIDENCE };
const maturity = (line: string, world: World = {}) =>
  flamestep(`maturity ${line}`, { ...world, files: { ...files, ...world.files } });

async function judged(line: string, world: World = {}): Promise<Assessment> {
  return JSON.parse((await maturity(`${line} --format=json`, world)).out);
}

describe('the assessment', () => {
  test.each([
    ['text', '--evidence=evidence.json', 80],
    ['wide', '--evidence=evidence.json', 200],
    ['japanese', '--evidence=evidence.json --lang=ja', undefined],
    ['simulated', '--evidence=evidence.json --simulate=alerts-have-live-series=pass', undefined],
    ['explained', '--evidence=evidence.json --explain=alerts-have-live-series', undefined],
    ['not-rated', '', undefined],
  ])('as text: %s', async (name, line, columns) => {
    const { out, err, code } = await maturity(line, columns === undefined ? {} : { columns });
    expect([code, err]).toEqual([0, '']);
    await expect(out).toMatchFileSnapshot(`maturity/${name}.txt`);
  });

  test.each(['en', 'ja'])('practices begun too early, and exemptions, in %s', async (language) => {
    const done = ['slow-responses-get-fixed', 'slo-after-stability', 'failures-are-drilled', 'chaos-is-bounded'];
    const supposed = ['service-is-stable=fail', ...done.map((check) => `${check}=pass`)];
    const exemption = (check: string, until: string) =>
      `{ check: ${check}, reason: The store of it moves this month., category: planned, approver: b, ticket: T-1, created: 2026-10-01, expires: ${until} }`;
    const exemptions = [exemption('has-dashboard', '2026-11-10'), exemption('emits-logs', '2026-12-01')];
    const manifest = MANIFEST.replace('  tier: 2\n', `  tier: 2\n  exemptions: [${exemptions.join(', ')}]\n`);
    const line = `--evidence=evidence.json --lang=${language} ${supposed.map((one) => `--simulate=${one}`).join(' ')}`;
    const { out } = await maturity(line, { files: { 'o11y.yaml': manifest } });
    const [, shown] = /^(\S[^\n]*(?:未達|closed)\n[\s\S]*?)\n\n(?:次にすること|Next actions)/m.exec(out) ?? [];
    expect(shown).toMatchSnapshot();
  });

  test('as markdown', async () => {
    const { out } = await maturity('--evidence=evidence.json --format=markdown');
    await expect(out).toMatchFileSnapshot('maturity/assessment.md');
  });

  test('as JSON it is the Assessment itself', async () => {
    const assessment = await judged('--evidence=evidence.json');
    expect(assessment).toMatchObject({ step: 0, rated: true, premature: [] });
    expect(assessment.findings).toHaveLength(31);
    expect(assessment.next[0]).toMatchObject({ id: 'fix-alerts-have-live-series', opensGate: true });
  });

  test('one check as JSON, with the evidence that it rests on', async () => {
    const { out } = await maturity('--evidence=- --explain=alerts-have-live-series --format=json', { stdin: EVIDENCE });
    expect(JSON.parse(out)).toMatchObject({
      check: { id: 'alerts-have-live-series' },
      finding: { outcome: 'partial' },
      evidence: [{ kind: 'alert-rules', values: { broken: 2 } }],
    });
  });

  test('no line is wider than the terminal, but for words that cannot be broken', async () => {
    for (const columns of [80, 100, 120]) {
      const { out } = await maturity('--evidence=evidence.json', { columns });
      expect(out.split('\n').filter((line) => line.length > columns)).toEqual([]);
    }
  });

  test('colours are for terminals, and files and NO_COLOR have none', async () => {
    const line = '--evidence=evidence.json';
    expect((await maturity(line, { terminal: true })).out).toContain('\u001b[33m');
    expect((await maturity(line)).out).not.toContain('\u001b');
    expect((await maturity(line, { terminal: true, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b');
    const { files: written } = await maturity(`${line} -o report.txt`, { terminal: true });
    expect(Buffer.from(written['report.txt']!).toString()).not.toContain('\u001b');
  });

  test('evidence that is kept gives the same again', async () => {
    const { files: written } = await maturity('--evidence=evidence.json --save-evidence=kept.json -o a.json --format=json');
    const kept = Buffer.from(written['kept.json']!).toString();
    const again = await judged('--evidence=kept.json', { files: { 'kept.json': kept } });
    expect(again).toEqual(JSON.parse(Buffer.from(written['a.json']!).toString()));
  });

  test('evidence of another service is passed over, and said to be', async () => {
    const { err, out } = await maturity('--evidence=evidence.json', {
      files: { 'o11y.yaml': NAMED.replace('checkout', 'cart') },
    });
    expect(err).toBe('flamestep: the evidence is about checkout, not cart; it is passed over\n');
    expect(out).toContain('Not rated yet');
  });

  test.each([
    ['--fail-under=0', 0],
    ['--fail-under=1', 1],
    ['--fail-under=1 --simulate=alerts-have-live-series=pass', 0],
  ])('%s: exit code %i', async (line, expected) => {
    expect((await maturity(`--evidence=evidence.json ${line}`)).code).toBe(expected);
  });

  test('what nobody has rated is below every step', async () => {
    expect((await maturity('--fail-under=0')).code).toBe(1);
  });

  test('a library is judged by the model for libraries', async () => {
    const library = NAMED.replace('backend', 'library');
    expect((await judged('', { files: { 'o11y.yaml': library } })).model.id).toBe('library');
  });

  test('names and texts of a fork do nothing to a terminal or a page', async () => {
    const hostile = EVIDENCE.replaceAll('GET /api/v1/rules', String.raw`\u001b[2J::error::<img src=x> @team | GET /api/v1/rules`);
    const world = { terminal: true, files: { 'evidence.json': hostile } };
    const { out } = await maturity('--evidence=evidence.json', world);
    expect(out.replace(/\u001b\[(?:0|1|2|33|36)m/g, '')).not.toContain('\u001b');
    const { out: markdown } = await maturity('--evidence=evidence.json --format=markdown', world);
    expect(markdown).not.toMatch(/<img|@team/);
  });
});

describe('sources', () => {
  const WITHOUT_SERIES: Readonly<Record<string, unknown>> = {
    rules: { groups: [] },
    alertmanagers: { activeAlertmanagers: [] },
    query: { resultType: 'vector', result: [] },
    query_range: { resultType: 'matrix', result: [] },
  };
  /** Answers every question as a Prometheus without series does, and keeps the credentials that it was sent. */
  const emptyPrometheus = (seen: string[] = []) =>
    serve(({ path, headers }, response) => {
      seen.push(String(headers.authorization));
      const data = WITHOUT_SERIES[path.slice(path.lastIndexOf('/') + 1)] ?? {};
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: 'success', data }));
    });
  const asking = { fetch: globalThis.fetch };

  test('a server where nobody listens is named with what is unknown for it, and the exit code is 2', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const { code, out, err } = await maturity(`--prometheus=eu=${url}`, asking);
    expect(code).toBe(2);
    expect(err).toMatch(/^flamestep: prometheus eu: .*; unknown for it: request-metrics, /);
    expect(out).toContain('Not rated yet');
    expect(out).toContain('Find out why Prometheus fails');
  });

  test('one that refuses is told so, and the token stands nowhere', async () => {
    const url = await serve((_, response) => response.writeHead(401).end('who are you? secret-token-1'));
    const env = { FLAMESTEP_HTTP_AUTHORIZATION: `${url} Bearer secret-token-1` };
    const {
      code,
      out,
      err,
      files: written,
    } = await maturity(`--prometheus=${url} --save-evidence=kept.json`, { ...asking, env });
    expect(code).toBe(2);
    expect(err).toMatch(/^flamestep: prometheus main: .*401/);
    expect(out).toContain('Give access to Prometheus again');
    expect(out + err + Buffer.from(written['kept.json']!).toString()).not.toContain('secret-token');
  });

  test('where one of two answers, the exit code is that of the assessment', async () => {
    const [up, down] = [await emptyPrometheus(), `http://127.0.0.1:${await freePort()}`];
    const { code, err } = await maturity(`--prometheus=${up} --prometheus=${down}`, asking);
    expect(code).toBe(0);
    expect(err).toContain('prometheus main-2: ');
    expect(err).not.toContain('prometheus main: ');
  });

  test('credentials go to their origin', async () => {
    const seen: string[] = [];
    const url = await emptyPrometheus(seen);
    await maturity(`--prometheus=${url}`, {
      ...asking,
      env: { FLAMESTEP_HTTP_AUTHORIZATION: `${url} Bearer abc`, GITHUB_TOKEN: 'x' },
    });
    expect(new Set(seen)).toEqual(new Set(['Bearer abc']));
  });

  test('pages have the severities and labels that are said', async () => {
    const config =
      'route: { receiver: nobody, routes: [{ matchers: [team="shop", severity="p1"], receiver: pager }] }\nreceivers: [{ name: nobody }, { name: pager, webhook_configs: [{ url: "http://x" }] }]';
    const url = await serve(({ path }, response) => {
      const answer = path.endsWith('/status') ? { config: { original: config } } : [];
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    const integrations = async (line: string) => {
      const { evidence } = await judged(`--alertmanager=${url} ${line}`, asking);
      return Object.values(evidence).find(({ kind }) => kind === 'paging-route')?.values?.['integrations'];
    };
    expect(await integrations('')).toBe(0);
    expect(await integrations('--page-severity=p1 --page-label=team=shop')).toBe(1);
  });

  test('what the service names and nobody connected is told', async () => {
    const manifest = NAMED.replace('tier: 2', 'tier: 2, sources: [{ type: loki, instance: eu }]');
    const { err } = await maturity('', { files: { 'o11y.yaml': manifest } });
    expect(err).toContain("flamestep: loki eu: the service names loki 'eu', which is not connected");
  });

  test('SLOs are read with the day they were last looked at', async () => {
    const slo = `apiVersion: openslo/v1
kind: SLO
metadata: { name: availability }
spec:
  service: checkout
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 28d, isRolling: true }]
  objectives: [{ target: 0.99 }]
  indicator: { metadata: { name: good }, spec: { ratioMetric: {} } }
`;
    const world = { files: { 'slo/a.yaml': slo }, committed: { 'slo/a.yaml': '2026-11-01T12:00:00Z' } };
    const { evidence } = await judged('--slo=slo/*.yaml', world);
    expect(Object.values(evidence).find(({ kind }) => kind === 'slo-definition')?.values).toEqual({ valid: 1, reviewAge: 15 });
  });

  test('Ctrl-C ends it with 130 and without a result', async () => {
    const url = await serve(() => {});
    const { code, out } = await maturity(`--prometheus=${url}`, { ...asking, interrupts: true });
    expect([code, out]).toEqual([130, '']);
  });

  test('on a terminal it says whom it asks', async () => {
    const { err } = await maturity(`--prometheus=${await emptyPrometheus()}`, { ...asking, terminal: true });
    expect(err).toContain('asking 1 source about checkout');
  });
});

describe('what is wrong is named, with exit code 2', () => {
  const wrong: readonly (readonly [line: string, message: string, own?: Record<string, string>])[] = [
    ['other.yaml', 'other.yaml: there is no such file'],
    ['a.yaml b.yaml', 'maturity takes one service file, not 2'],
    ['bad.yaml', 'bad.yaml:1:14 ', { 'bad.yaml': 'apiVersion: [' }],
    ['list.json', 'list.json:1:1 a list stands where a set of fields is expected', { 'list.json': '[]' }],
    ['kind.yaml', 'spec.kind: "server" stands where one of backend, web', { 'kind.yaml': NAMED.replace('backend', 'server') }],
    ['big.yaml', 'at most 262144 are read', { 'big.yaml': `${NAMED}${'#'.repeat(1_000_000)}` }],
    ['two.yaml', 'two.yaml has 2 faults', { 'two.yaml': NAMED.replace('backend', 'x').replace('tier: 2', 'tier: 9') }],
    ['--explain=alerts-have-live-serie', 'did you mean alerts-have-live-series?'],
    ['--explain=x', "--explain: model builtin has no check 'x'; it has emits-metrics, "],
    ['--simulate=emits-log=pass', 'did you mean emits-logs?'],
    ['--simulate=emits-logs=passed', 'did you mean emits-logs=pass?'],
    ['--fail-under=5', '--fail-under takes a step of model builtin, 0 to 4, not 5'],
    ['--fail-under=two', "--fail-under takes a whole number, not 'two'"],
    ['--explain=emits-logs --format=markdown', '--explain writes text and json, not markdown'],
    ['--format=html', 'maturity writes text, json, markdown, not html'],
    ['--prometheus=localhost:9090', '--prometheus takes a URL that begins with http:// or https://'],
    ['--prometheus=http://a:b@localhost:9090', 'there is a password in the URL'],
    ['--prometheus=a=http://x --prometheus=a=http://y', '--prometheus has two of the name a'],
    ['--page-label=team', "--page-label takes LABEL=VALUE, not 'team'"],
    ['--github=shop', "--github takes OWNER/REPO, not 'shop'"],
    ['--newrelic=me', "--newrelic takes the number of an account, not 'me'"],
    ['--model=m.yaml', 'm.yaml:1:1 ', { 'm.yaml': 'apiVersion: flamestep.io/v1\nkind: Model\n' }],
    ['--evidence=e.json', 'e.json:1:3 [0]: ', { 'e.json': '[ {} ]' }],
    ['--report=r.json', 'r.json: ', { 'r.json': '{}' }],
    ['--nodecount=3', 'maturity has no option --nodecount'],
  ];

  test.each(wrong.map(([line, message, own = {}]) => [line, message, own] as const))('%s', async (line, message, own) => {
    const { code, err } = await maturity(line, { files: own });
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test('without a service file it says how to get one', async () => {
    const { code, err } = await flamestep('maturity');
    expect([code, err]).toEqual([
      2,
      'flamestep: there is no o11y.yaml here; name the file, or write one with `flamestep maturity init`\n',
    ]);
  });

  test('a model for other kinds', async () => {
    const model = readFileSync(new URL('maturity/model.yaml', import.meta.url), 'utf8');
    const { err } = await maturity('--model=m.yaml', {
      files: { 'm.yaml': model, 'o11y.yaml': NAMED.replace('backend', 'library') },
    });
    expect(err).toContain('o11y.yaml is a service of kind library; model acme judges backend');
  });
});

describe('maturity lint', () => {
  const model = readFileSync(new URL('maturity/model.yaml', import.meta.url), 'utf8');
  const lint = (text: string, options = '') =>
    flamestep(`maturity lint model.yaml ${options}`, { files: { 'model.yaml': text } });

  test('a model that is in order', async () => {
    const { code, out } = await lint(model);
    expect([code, out]).toEqual([
      0,
      'model.yaml is in order: model acme 1.0.0 with 31 checks for backend, web, mobile, batch; its steps can be compared with those of others.\n',
    ]);
  });

  test('every fault with its line, and exit code 1', async () => {
    const { code, out } = await lint(model.replace('version: 1.0.0', 'version: one').replace('gating: true', 'gating: perhaps'));
    expect(code).toBe(1);
    expect(out).toMatch(/^model\.yaml:3:\d+ metadata\.version: .*\nmodel\.yaml:8:\d+ checks\[0\]\.kinds\.backend\.gating: .*\n$/);
    const { out: json } = await lint(model.replace('0.99', '0.5'), '--format=json');
    expect(JSON.parse(json).problems).toMatchObject([{ path: expect.stringContaining('checks[0]') }]);
  });

  test('no file, and one without end', async () => {
    expect(await flamestep('maturity lint')).toMatchObject({
      code: 2,
      err: expect.stringContaining('maturity lint takes one model'),
    });
    expect(await lint('#'.repeat(300_000))).toMatchObject({ code: 2, err: expect.stringContaining('at most 262144 are read') });
  });
});

describe('maturity init', () => {
  const written = async (own: Record<string, string>, options = '') => {
    const { code, err, files: all } = await flamestep(`maturity init ${options}`, { files: own });
    return { code, err, text: Buffer.from(all['o11y.yaml'] ?? '').toString() };
  };

  test.each([
    ['package.json', '{ "version": "1.0.0",\n "name": "@acme/shop-front" }', 'shop-front'],
    ['go.mod', 'module github.com/acme/checkout/v2\n\ngo 1.22\n', 'checkout'],
    ['.git/config', '[core]\n[remote "origin"]\n\turl = git@github.com:acme/billing.git\n', 'billing'],
  ])('the name is that of %s', async (file, text, name) => {
    const { code, err, text: manifest } = await written({ [file]: text });
    expect([code, err]).toEqual([0, `flamestep: wrote o11y.yaml for ${name} (from ${file}). Next: \`flamestep maturity\`\n`]);
    const { code: fine } = await flamestep('maturity', { files: { 'o11y.yaml': manifest } });
    expect(fine).toBe(0);
  });

  test.each(['backend', 'web', 'mobile', 'batch', 'library'])(
    'what it writes for %s can be read, also without its comments',
    async (kind) => {
      const { text } = await written({}, `--kind=${kind} --name=it`);
      const examples = text.replace(/^( +)# (?=( +)?[\w-]+:|( +)?- )/gm, '$1').replace(/^( *expires:) \S+/m, '$1 2027-01-01');
      const { code, err } = await flamestep('maturity --evidence=none.json', {
        files: { 'o11y.yaml': examples, 'none.json': '[]' },
      });
      expect([err, code]).toEqual(['', 0]);
    },
  );

  test('a file that is there stays', async () => {
    const { code, err, text } = await written({ 'o11y.yaml': 'mine' });
    expect([code, err, text]).toEqual([
      2,
      'flamestep: o11y.yaml is there already; --force replaces it, -o FILE writes elsewhere\n',
      'mine',
    ]);
    expect((await written({ 'o11y.yaml': 'mine' }, '--force')).text).toContain('kind: Service');
  });

  test('a name that is none', async () => {
    expect(await flamestep(['maturity', 'init', '--name=a b'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--name takes letters'),
    });
  });
});
