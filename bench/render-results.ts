import type { InProcessResult } from './in-process/run-in-process.ts';
import type { Run } from './measure-command.ts';
import type { PprofTool, WholeProcessResult } from './run-whole-process.ts';

export interface Results {
  readonly machine: string;
  readonly node: string;
  readonly rounds: number;
  readonly tools: readonly PprofTool[];
  readonly wholeProcess: readonly WholeProcessResult[];
  readonly inProcess: readonly InProcessResult[];
  readonly growth: { readonly once: number; readonly twice: number };
}

/** The results as a markdown page. */
export function renderResults({ machine, node, rounds, tools, wholeProcess, inProcess, growth }: Results): string {
  const inflating = inProcess.find(({ name }) => name === 'zlib inflating')!;
  const pprofFormat = inProcess.find(({ name }) => name === 'pprof-format decoding inflated bytes')!;
  const decoding = inProcess.find(({ name }) => name === 'flamestep decoding inflated bytes')!;
  const all = inProcess.find(({ name }) => name === 'flamestep inflating, decoding and top')!;
  const ownMemory = (result: InProcessResult) => result.megabytes - inflating.megabytes;
  return `# Results

Written by \`npm run bench\`; see [README.md](README.md) for what is measured and how. Medians of ${rounds} rounds.
The portal's backend under load stands in [PORTAL.md](PORTAL.md), how often verdicts are true in [VERDICTS.md](VERDICTS.md).

- Machine: ${machine}
- Node ${node}, ${tools.map(({ name }) => name).join(', ')}, pprof-format 2.3.2
- Profiles: a = types-a (128,992 samples), b = types-b (185,354 samples, 11.3 MB inflated)

Targets: \`top\` 20 times, \`top --diff-base\` 30 times as fast as go tool pprof, the latter with an eighth of its memory; decoding 10
times as fast as pprof-format with a third of its memory; all of it in 4 times the time of zlib; twice the samples in 2.2 times the time;
\`diff a b\` in 3 s, that of 10 + 10 runs in 1 s.

## Whole processes

${table(
  ['command', 'tool', 'time', 'peak memory', 'flamestep is'],
  wholeProcess.flatMap(({ what, flamestep, tools: runs }) => [
    [what, 'flamestep', time(flamestep.milliseconds), memory(flamestep.megabytes), ''],
    ...runs.map((run, index) => [what, tools[index].name, time(run.milliseconds), memory(run.megabytes), ratio(run, flamestep)]),
  ]),
)}

## In process, on b

${table(
  ['what', 'first call', 'warm', 'peak memory of the process'],
  inProcess.map(({ name, firstMilliseconds, milliseconds, megabytes }) => [
    name,
    time(firstMilliseconds),
    time(milliseconds),
    memory(megabytes),
  ]),
)}

- Decoding: ${times(pprofFormat.milliseconds / decoding.milliseconds)} as fast as pprof-format when warm,
  ${times(pprofFormat.firstMilliseconds / decoding.firstMilliseconds)} in the first call, with ${times(ownMemory(decoding) / ownMemory(pprofFormat))} its
  memory beyond inflating.
- Inflating, decoding and \`top\`: ${times(all.milliseconds / inflating.milliseconds)} the time of zlib inflating the same bytes when warm,
  ${times(all.firstMilliseconds / inflating.firstMilliseconds)} in the first call.
- Growth: with every sample twice, decoding and \`top\` take ${time(growth.twice)} instead of ${time(growth.once)},
  ${times(growth.twice / growth.once)} as long.
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function ratio(peer: Run, ours: Run): string {
  return `${times(peer.milliseconds / ours.milliseconds)} as fast, ${times(ours.megabytes / peer.megabytes)} the memory`;
}

function time(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

function memory(megabytes: number): string {
  return `${megabytes.toFixed(0)} MB`;
}

function times(factor: number): string {
  return `${factor.toFixed(factor < 10 ? 2 : 1)} times`;
}
