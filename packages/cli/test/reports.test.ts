import { expect, test } from 'vitest';
import { decode } from '@flamestep/pprof';
import { flamestep } from './fake-io.ts';

const files = {
  'cpu.folded': 'main;parse;alloc 30\nmain;render 12\nmain;parse 8\n',
  'later.folded': 'main;parse;alloc 50\nmain;draw 12\n',
};

test('top prints what pprof prints', async () => {
  const { out, err, code } = await flamestep('top cpu.folded', { files });
  expect(out).toBe(`Type: samples
Showing nodes accounting for 50, 100% of 50 total
      flat  flat%   sum%        cum   cum%
        30 60.00% 60.00%         30 60.00%  alloc
        12 24.00% 84.00%         12 24.00%  render
         8 16.00%   100%         38 76.00%  parse
         0     0%   100%         50   100%  main
`);
  expect({ err, code }).toEqual({ err: '', code: 0 });
});

test.each(['-top -cum cpu.folded', '-text -cum cpu.folded', 'text --cum cpu.folded', 'top --sort=cum cpu.folded'])(
  '%s is the same as top --cum',
  async (line) => {
    expect((await flamestep(line, { files })).out).toBe((await flamestep('top --cum cpu.folded', { files })).out);
  },
);

test.each([
  ['--nodecount=1', ['alloc']],
  ['--nodecount=-1', ['alloc', 'render', 'parse', 'main']],
  ['--nodefraction=0.5', ['alloc', 'parse', 'main']],
  ['--nodefraction=0.5 --no-trim', ['alloc', 'render', 'parse', 'main']],
  ['--cum --nodecount=2', ['main', 'parse']],
  ['--focus=render', ['render', 'main']],
  ['--ignore=alloc', ['render', 'parse', 'main']],
  ['--hide=^main$', ['alloc', 'render', 'parse']],
  ['--show=a(lloc|rse)', ['alloc', 'parse']],
  ['--show-from=parse', ['alloc', 'parse']],
  ['--prune-from=parse', ['parse', 'render', 'main']],
])('top %s shows %j', async (options, names) => {
  expect(namesOf(await flamestep(`top ${options} --format=json cpu.folded`, { files }))).toEqual(names);
});

test('tree and peek show callers and callees', async () => {
  const { out } = await flamestep('peek ^parse$ cpu.folded', { files });
  expect(out).toMatch(/38 {3}100% \|\s+main\n.* 38 76\.00%\s+\| parse\n\s+30 78\.95% \|\s+alloc\n/);
});

test('traces shows every stack, raw every table', async () => {
  expect((await flamestep('traces cpu.folded', { files })).out).toContain(
    '        30   alloc\n             parse\n             main\n',
  );
  expect((await flamestep('raw cpu.folded', { files })).out).toContain('Samples:\nsamples/count\n         30: 3 2 1 \n');
});

test('comments prints those of the file and those of the command line', async () => {
  const { out } = await flamestep(['comments', '--add-comment=first run', '--add-comment', '#2', 'cpu.folded'], { files });
  expect(out).toBe('first run\n#2\n');
});

test('several profiles are merged', async () => {
  const merged = JSON.parse((await flamestep('top --format=json cpu.folded later.folded', { files })).out);
  expect(merged.total).toBe(112);
  expect(merged.rows[0]).toEqual({ name: 'alloc', flat: 80, cum: 80 });
});

test('a base is subtracted, and percentages are of the changes or of the base', async () => {
  const rows = [
    { name: 'alloc', flat: 20, cum: 20 },
    { name: 'draw', flat: 12, cum: 12 },
    { name: 'render', flat: -12, cum: -12 },
    { name: 'parse', flat: -8, cum: 12 },
    { name: 'main', flat: 0, cum: 12 },
  ];
  const base = await flamestep('top --format=json --base=cpu.folded later.folded', { files });
  const diffBase = await flamestep('top --format=json --diff-base=cpu.folded later.folded', { files });
  expect(JSON.parse(base.out)).toMatchObject({ total: 52, rows });
  expect(JSON.parse(diffBase.out)).toMatchObject({ total: 50, rows });
});

test('--normalize scales to the base first', async () => {
  const { out } = await flamestep('top --format=json --normalize --diff-base=cpu.folded later.folded', { files });
  // 62 samples become 50: alloc has 40 of them, against 30 in the base.
  expect(JSON.parse(out).rows).toContainEqual({ name: 'alloc', flat: 10, cum: 10 });
});

test('proto writes the filtered profile, gzipped', async () => {
  const { files: written, out } = await flamestep('proto --focus=render -o x.pb.gz cpu.folded', { files });
  expect(out).toBe('');
  expect([...written['x.pb.gz'].subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  expect([...decode(written['x.pb.gz']).samples.values[0]]).toEqual([12]);
});

test('convert keeps everything, and writes to standard output where no file is named', async () => {
  const { outBytes } = await flamestep('convert -', { stdin: files['cpu.folded'] });
  expect([...decode(outBytes).samples.values[0]]).toEqual([30, 12, 8]);
});

test('topproto writes a sample for each row of top', async () => {
  const { outBytes } = await flamestep('topproto --nodecount=2 cpu.folded', { files });
  expect(decode(outBytes).samples.values.map((column) => [...column])).toEqual([
    [30, 12],
    [30, 12],
  ]);
});

test('filters that match nothing are named, on every report', async () => {
  for (const command of ['top', 'tree', 'traces', 'tags', 'raw', 'proto', 'topproto']) {
    const { err, code } = await flamestep(`${command} --focus=nothing --hide=[x] cpu.folded`, { files });
    expect(err).toBe('flamestep: Focus expression matched no samples\nflamestep: Hide expression matched no samples\n');
    expect(code).toBe(0);
  }
});

test.each([
  ['(?i)PARSE', ['parse', 'alloc']],
  ['\\Qparse\\E', ['parse', 'alloc']],
  ['^[[:alpha:]]{4,5}$', ['alloc', 'parse']],
  ['\\pL\\x{61}rs', ['parse', 'alloc']],
])('patterns have the syntax of Go: %s', async (pattern, names) => {
  const { out } = await flamestep(['top', '--format=json', `--focus=${pattern}`, 'cpu.folded'], { files });
  expect(namesOf({ out })).toEqual(expect.arrayContaining(names));
});

function namesOf({ out }: { out: string }): string[] {
  return JSON.parse(out).rows.map((row: { name: string }) => row.name);
}
