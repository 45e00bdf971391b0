import { measureCommand } from './measure-command.ts';
import type { Run } from './measure-command.ts';
import { median } from './statistics.ts';

export interface PprofTool {
  readonly name: string;
  readonly path: string;
}

/** One command line, measured for every tool. */
export interface WholeProcessResult {
  readonly what: string;
  readonly flamestep: Run;
  readonly tools: readonly Run[];
}

/** The profiles that whole processes read. */
export interface MeasuredProfiles {
  readonly typesA: string;
  readonly typesB: string;
  /** One of about 100 kB. */
  readonly ordinary: string;
}

/** Times `top a` and `top --diff-base a b`, each round one run of every tool; and `diff`, which pprof has no match for. */
export function runWholeProcess(
  cli: string,
  tools: readonly PprofTool[],
  { typesA, typesB, ordinary }: MeasuredProfiles,
  rounds: number,
): WholeProcessResult[] {
  const cases = [
    { what: '`top a`', flamestep: ['top', typesA], pprof: ['-top', typesA] },
    {
      what: '`top --diff-base a b`',
      flamestep: ['top', '--diff-base', typesA, typesB],
      pprof: ['-top', `-diff_base=${typesA}`, typesB],
    },
    { what: '`diff a b`', flamestep: ['diff', typesA, typesB] },
    {
      what: '`diff` of 10 + 10 runs of 100 kB',
      flamestep: ['diff', ...['--base', '--head'].flatMap((side) => Array.from({ length: 10 }, () => `${side}=${ordinary}`))],
    },
  ];
  return cases.map(({ what, flamestep, pprof }) => {
    const ours: Run[] = [];
    const peers = pprof === undefined ? [] : tools;
    const theirs: Run[][] = peers.map(() => []);
    // pprof is slow and steady: every third round is enough for it.
    for (let round = 0; round < rounds; round++) {
      ours.push(measureCommand([process.execPath, cli, ...flamestep]));
      if (round % 3 === 0) peers.forEach((tool, index) => theirs[index].push(measureCommand([tool.path, ...(pprof ?? [])])));
    }
    return { what, flamestep: typical(ours), tools: theirs.map(typical) };
  });
}

function typical(runs: readonly Run[]): Run {
  return {
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
  };
}
