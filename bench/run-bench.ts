import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runGrowth, runInProcess } from './in-process/run-in-process.ts';
import { SUBJECTS } from './in-process/subjects.ts';
import type { SubjectName } from './in-process/subjects.ts';
import { renderResults } from './render-results.ts';
import { runWholeProcess } from './run-whole-process.ts';
import type { PprofTool } from './run-whole-process.ts';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, go: { type: 'string', multiple: true, default: ['go'] } },
});
const rounds = Number(options.rounds);
const corpus = process.env['FLAMESTEP_CORPUS'];
if (!corpus)
  throw new Error('set FLAMESTEP_CORPUS to the folder with the test data (its own/large and third-party/parca are measured)');
const typesA = join(corpus, 'own/large/types-a.heap.pb.gz');
const typesB = join(corpus, 'own/large/types-b.heap.pb.gz');
const cli = fileURLToPath(new URL('../packages/cli/bin/flamestep.cjs', import.meta.url));
if (!existsSync(cli)) throw new Error('run "npm run build" first');

const tools = options.go.map(pprofTool);
say(`whole processes, ${rounds} rounds`);
const ordinary = join(corpus, 'third-party/parca/alloc_objects.pb.gz');
const wholeProcess = runWholeProcess(cli, tools, { typesA, typesB, ordinary }, rounds);
say('in process');
const inProcess = runInProcess(typesB, Object.keys(SUBJECTS) as SubjectName[], Math.max(2, Math.round(rounds / 2)));
say('growth');
const growth = runGrowth(typesB, Math.max(2, Math.round(rounds / 2)));
const machine = `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`;
const results = renderResults({ machine, node: process.version, tools, rounds, wholeProcess, inProcess, growth });
writeFileSync(new URL('./RESULTS.md', import.meta.url), results);
console.log(results);

/** Finds the binary of `go tool pprof`; newer toolchains build it on the first call. */
function pprofTool(go: string): PprofTool {
  const path = spawnSync(go, ['tool', '-n', 'pprof'], { encoding: 'utf8' });
  const version = spawnSync(go, ['env', 'GOVERSION'], { encoding: 'utf8' });
  if (path.status !== 0) throw new Error(`"${go} tool pprof" does not run; name another with --go`);
  return { name: `go tool pprof of ${version.stdout.trim()}`, path: path.stdout.trim() };
}

function say(message: string): void {
  process.stderr.write(`bench: ${message}\n`);
}
