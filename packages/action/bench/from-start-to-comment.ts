/**
 * How long a step takes from its start to its end, by when its comment is there: ten profiles a side of about 100 kB, and the fake GitHub
 * on this machine for a network. Writes RESULTS.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createFakeGitHub } from '../../../fixtures/fake-github/create-fake-github.ts';
import { loadDescription } from '../../../fixtures/fake-github/contract/load-description.ts';
import { seededRandom } from '../../../fixtures/generators/seeded-random.ts';
import { notBuilt } from '../test/run-action.ts';
import { Shop } from '../test/shop.ts';
import { createProgram, recordRun } from './program.ts';

const ROUNDS = 10;
const RUNS = 10;
const TARGET_SECONDS = 1.5;

if (notBuilt !== undefined) throw new Error(notBuilt);
const loaded = loadDescription();
if (loaded.description === undefined) throw new Error(loaded.reason);
const { description } = loaded;

const random = seededRandom(1);
const program = createProgram(random);
const files = Object.fromEntries(
  ['base', 'head'].flatMap((side) =>
    Array.from({ length: RUNS }, (_, i) => [`${side}/${i + 1}.pb.gz`, recordRun(program, side === 'head', random)]),
  ),
);
const bytes = Object.values(files).map(({ length }) => length);

const notes = mkdtempSync(join(tmpdir(), 'flamestep-bench-'));
const environment = {
  NODE_OPTIONS: `--import=${new URL('note-processor-time.mjs', import.meta.url).href}`,
  BENCH_NOTES: join(notes, 'seconds'),
};

const seconds: number[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const github = await createFakeGitHub({ description });
  const shop = new Shop(github);
  const pull = shop.openPullRequest();
  const inputs = { head: 'head/*.pb.gz', base: 'base/*.pb.gz', name: 'bench', comment: 'always' };
  const start = performance.now();
  const step = await shop.stepFor(pull, inputs, { files, environment });
  const took = (performance.now() - start) / 1000;
  if (step.code !== 0 || shop.comments().length !== 1) throw new Error(`there is no comment:\n${step.log}`);
  // The first round finds the bundle on the disk, later ones in memory, as after a download.
  if (round > 0) seconds.push(took);
  await github.close();
}

const processorSeconds = readFileSync(environment.BENCH_NOTES, 'utf8').trim().split('\n').slice(1).map(Number);
rmSync(notes, { recursive: true });

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}

const show = (value: number) => `${value.toFixed(2)} s`;
const kilobytes = Math.round(bytes.reduce((sum, length) => sum + length, 0) / bytes.length / 1000);
const table = `# From the start of a step to its comment

\`npm run build -w @flamestep/action && npm run bench -w @flamestep/action\`, network aside: the fake GitHub of \`fixtures/\` answers on
the same machine, whose time is counted too, as is that of starting Node and of writing the profiles.

| | |
|:--|--:|
| profiles | ${RUNS} + ${RUNS} of ${kilobytes} kB |
| rounds | ${ROUNDS} |
| median | ${show(medianOf(seconds))} |
| worst | ${show(Math.max(...seconds))} |
| target | ${show(TARGET_SECONDS)} |
| processor time, median | ${show(medianOf(processorSeconds))} |
| processes that wanted a processor meanwhile | ${loadavg()[0]!.toFixed(1)} |

${cpus()[0]?.model.replace(/\s+/g, ' ').trim()}, ${cpus().length} processors, ${platform()}/${arch()}, Node ${process.versions.node}.
`;
writeFileSync(new URL('RESULTS.md', import.meta.url), table);
console.log(table);
