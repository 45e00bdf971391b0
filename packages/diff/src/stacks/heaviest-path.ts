import type { WeighedRun } from './weighed-run.ts';

/**
 * The way from the root down to `entity` that carries most of the change of its own cost. From the function upwards, each time the caller
 * with the greatest part of the change is taken; `sign` is the change's, 1 or -1. The entities of the way, the root first.
 */
export function heaviestPath(runs: readonly WeighedRun[], entity: number, sign: number): number[] {
  let ways = waysTo(runs, entity);
  const path = [entity];
  for (let up = 1; ; up++) {
    const byCaller = new Map<number, { change: number; ways: Way[] }>();
    for (const way of ways) {
      const caller = up > way.depth ? -1 : way.run.stacks.entity[way.at - up];
      let group = byCaller.get(caller);
      if (!group) byCaller.set(caller, (group = { change: 0, ways: [] }));
      group.change += way.change * sign;
      group.ways.push(way);
    }
    let best = -1;
    for (const [caller, { change }] of byCaller) {
      const most = byCaller.get(best)?.change ?? -Infinity;
      if (change > most || (change === most && caller < best)) best = caller;
    }
    if (best === -1) break;
    path.push(best);
    ways = byCaller.get(best)!.ways;
  }
  return path.reverse();
}

/** A sample that costs the function something: its stack from the root to the function. */
interface Way {
  readonly run: WeighedRun;
  /** Where the function stands in the run's column of entities. */
  readonly at: number;
  /** Functions above it. */
  readonly depth: number;
  readonly change: number;
}

function waysTo(runs: readonly WeighedRun[], entity: number): Way[] {
  const ways: Way[] = [];
  for (const run of runs) {
    const { stacks, values, factor, isHead } = run;
    const { stack } = stacks.profile.samples;
    for (let sample = 0; sample < values.length; sample++) {
      if (values[sample] === 0 || stacks.leaf[stack[sample]] !== entity) continue;
      const start = stacks.start[stack[sample]];
      let at = start;
      while (stacks.entity[at] !== entity) at++;
      ways.push({ run, at, depth: at - start, change: values[sample] * factor * (isHead ? 1 : -1) });
    }
  }
  return ways;
}
