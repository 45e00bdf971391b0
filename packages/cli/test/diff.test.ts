import { readFileSync, readdirSync } from 'node:fs';
import { readReport } from '@flamestep/report';
import { describe, expect, test } from 'vitest';
import { flamestep } from './fake-io.ts';

/** Recorded runs of a program and of changes to it; fixtures/README.md says what each did. */
const changes = new URL('../../../fixtures/changes/', import.meta.url);
const files = Object.fromEntries(
  ['base', 'faster', 'renamed'].flatMap((side) =>
    readdirSync(new URL(`${side}/`, changes))
      .filter((name) => /^[1-5]\./.test(name))
      .map((name) => [`${side}/${name}`, readFileSync(new URL(`${side}/${name}`, changes))]),
  ),
);
const world = { files };
const FASTER = 'diff --base base/*.pb.gz --head faster/*.pb.gz';

/** The JSON of a comparison. */
async function json(line: string, more: Parameters<typeof flamestep>[1] = world) {
  const { code, out, err } = await flamestep(`${line} --format=json`, more);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return { report: readReport(out), out };
}

/** `slower main.f` for each finding of the first profile. */
async function findings(line: string): Promise<string[]> {
  const { report } = await json(line);
  return report.profiles[0]!.findings.map(({ verdict, name }) => `${verdict} ${name}`);
}

test('names what a change did, and nothing else', async () => {
  expect(await findings(FASTER)).toEqual(['faster example.com/metrics.keyHash']);
  expect(await findings('diff --base faster/*.pb.gz --head base/*.pb.gz')).toEqual(['slower example.com/metrics.keyHash']);
});

test('the JSON has the fields that scripts rely on', async () => {
  const { report } = await json(FASTER);
  const profile = report.profiles[0]!;
  expect(profile).toMatchObject({ sampleType: { type: 'cpu' }, verdict: 'faster', normalization: { kind: 'per-operation' } });
  const [first] = profile.functions;
  expect(first).toMatchObject({ name: 'example.com/metrics.keyHash', verdict: 'faster' });
  expect(first!.change).toBeCloseTo(first!.head - first!.base);
});

test('the JSON has call trees where they are asked for, one for each sample type', async () => {
  expect((await json(FASTER)).report.trees).toBeUndefined();
  const { report } = await json(`${FASTER} --trees`);
  expect(report.trees?.map(({ sampleType }) => sampleType)).toEqual(report.profiles.map(({ sampleType }) => sampleType));
  expect(report.trees?.[0]?.names).toContain(report.profiles[0]?.findings[0]?.name);
});

test('files that a shell made of a pattern belong to their side', async () => {
  const runs = (side: string) => [1, 2, 3, 4, 5].map((run) => `${side}/${run}.pb.gz`).join(' ');
  const expanded = await json(`diff --base ${runs('base')} --head ${runs('faster')}`);
  expect(expanded.out).toBe((await json(FASTER)).out);
});

test('colours reach a terminal, and nothing else', async () => {
  expect((await flamestep(FASTER, { ...world, terminal: true })).out).toContain('\u001b[36m');
  expect((await flamestep(FASTER, world)).out).not.toContain('\u001b');
});

test('bench output that lies beside some of the runs only is not used, which is said', async () => {
  const { 'faster/2.txt': _, ...others } = files;
  const { report } = await json(FASTER, { files: others });
  expect(report.profiles[0]!.normalization.kind).toBe('relative');
  expect(report.notes).toContainEqual(expect.stringContaining('no usable bench output beside faster/2.pb.gz'));
});

test('one run a side is only indicative and fails nothing', async () => {
  const line = 'diff faster/1.pb.gz base/1.pb.gz';
  const { report } = await json(`${line} --fail-on=regression`);
  expect(report.profiles[0]!.verdict).toMatch(/^indicative /);
  expect(report.profiles[0]!.findings).toEqual([]);
  expect((await flamestep(line, world)).out).toContain('This never fails a build.');
});

describe('--fail-on=regression', () => {
  test.each([
    ['slower', 'diff --base faster/*.pb.gz --head base/*.pb.gz', 1],
    ['faster', FASTER, 0],
    ['renamed', 'diff --base base/*.pb.gz --head renamed/*.pb.gz', 0],
  ])('%s', async (_, line, code) => {
    expect((await flamestep(`${line} --fail-on=regression`, world)).code).toBe(code);
    expect((await flamestep(line, world)).code).toBe(0);
  });
});

test('says which findings a change touches', async () => {
  const { report } = await json(`${FASTER} --changed-files=list.txt`, {
    files: { ...files, 'list.txt': 'hash.go\nREADME.md\n' },
  });
  expect(report.profiles[0]!.findings[0]!.touched).toMatchObject([
    { file: 'hash.go', name: 'example.com/metrics.keyHash', role: 'itself' },
  ]);
});

test('builds on the spread of an earlier report', async () => {
  const { out } = await json(FASTER);
  const { report } = await json(`${FASTER} --prior=earlier.json`, { files: { ...files, 'earlier.json': out } });
  expect(report.profiles[0]!.prior!.comparisons).toBe(2);
});

test.each(['text', 'markdown', 'html'])('writes %s', async (format) => {
  const { code, out } = await flamestep(`${FASTER} --format=${format} --title=Metrics`, world);
  expect(code).toBe(0);
  expect(out).toContain('keyHash');
  expect(out.endsWith('\n')).toBe(true);
  if (format === 'html') expect(out).toMatch(/^<!doctype html>/i);
  if (format === 'markdown') expect(out).toMatch(/^<!-- flamestep:v1 .*\n### Profile diff: Metrics\n/);
});

test.each([
  ['diff', 'diff compares two sides: `flamestep diff BASE HEAD`'],
  ['diff base/1.pb.gz', 'diff compares two sides'],
  ['diff --base base/1.pb.gz', 'there is no head'],
  ['diff --head faster/1.pb.gz', 'there is no base'],
  ['diff --base=base/1.pb.gz x --head faster/1.pb.gz', "'x' belongs to neither side"],
  ['diff --base nothing/*.gz --head faster/*.pb.gz', "no file matches 'nothing/*.gz'"],
  ['diff base/1.pb.gz base/1.txt', 'base/1.txt: '],
  [`${FASTER} --sample-type=heap`, 'heap'],
  [`${FASTER} --threshold=0.1`, '--threshold takes a percentage such as 5%'],
  [`${FASTER} --format=xml`, '--format takes'],
  [`${FASTER} --prior=base/1.txt`, 'base/1.txt: '],
  [`${FASTER} --changed-files=missing`, 'missing: there is no such file'],
  [`${FASTER} --head-commit=main`, "'main' is no commit hash"],
  [`${FASTER} --cum`, 'diff has no option --sort'],
])('%s is refused: %s', async (line, message) => {
  const { code, err } = await flamestep(line, world);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

describe('trend', () => {
  /** Reports of twenty commits, of which the last eight are slower. */
  async function reports(): Promise<Record<string, string>> {
    const slow = (await json('diff --base faster/*.pb.gz --head base/*.pb.gz')).report;
    const fast = (await json(FASTER)).report;
    return Object.fromEntries(
      Array.from({ length: 20 }, (_, day) => (day < 12 ? fast : slow)).map((report, day) => [
        `reports/${day}.json`,
        JSON.stringify({
          ...report,
          subject: { ...report.subject, key: 'metrics', head: { commit: `abcde${10 + day}` } },
          provenance: { tool: '1', recordedAt: `2026-01-${10 + day}T00:00:00Z` },
        }),
      ]),
    );
  }

  test('prints the series and the commit that changed it', async () => {
    const { code, out, err } = await flamestep('trend reports/*.json', { files: await reports() });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('metrics, cpu per operation: everything');
    expect(out).toMatch(/metrics, cpu per operation: example\.com\/metrics\.keyHash[^]*abcde22/);
  });

  test('gives all series as data', async () => {
    const { out } = await flamestep('trend reports/*.json --format=json', { files: await reports() });
    const { series } = JSON.parse(out);
    const checksum = series.find(
      ({ function: place }: { function?: { name: string } }) => place?.name === 'example.com/metrics.keyHash',
    );
    expect(checksum.points).toHaveLength(20);
    expect(checksum.trend.changes).toMatchObject([{ index: 12, commit: 'abcde22' }]);
  });

  test.each([
    ['trend', 'no report given'],
    ['trend base/1.txt', 'base/1.txt: '],
    ['trend reports/*.json', "no file matches 'reports/*.json'"],
    ['trend x.json --format=html', 'trend writes text, json, not html'],
  ])('%s is refused: %s', async (line, message) => {
    const { code, err } = await flamestep(line, world);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
