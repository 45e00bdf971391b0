import type { WeighedRun } from './weighed-run.ts';

/** A function on the way from the root, by entity; see `PathStep`. */
export interface EntityStep {
  readonly entity: number;
  readonly line: number;
  readonly base: number;
  readonly head: number;
}

/**
 * The way from the root down to `entity` that carries most of the change of its own cost. From the function upwards, each time the caller
 * with the greatest part of the change is taken; `sign` is the change's, 1 or -1.
 */
export function heaviestPath(runs: readonly WeighedRun[], entity: number, sign: number): EntityStep[] {
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
  return costsAlong(runs, path.reverse());
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

/** The cost of each step: of the samples whose stacks begin with the path down to it. */
function costsAlong(runs: readonly WeighedRun[], path: readonly number[]): EntityStep[] {
  const costs = path.map(() => ({ base: 0, head: 0, lines: new Map<number, number>() }));
  for (const { stacks, values, factor, isHead } of runs) {
    const { stack } = stacks.profile.samples;
    for (let sample = 0; sample < values.length; sample++) {
      if (values[sample] === 0) continue;
      const end = stacks.start[stack[sample] + 1];
      for (let step = 0, at = stacks.start[stack[sample]]; step < path.length && at < end; step++, at++) {
        if (stacks.entity[at] !== path[step]) break;
        costs[step][isHead ? 'head' : 'base'] += values[sample] * factor;
        const isLast = step === path.length - 1;
        if (!isLast && (at + 1 >= end || stacks.entity[at + 1] !== path[step + 1])) continue;
        const line = isLast ? stacks.leafLine[stack[sample]] : stacks.line[at];
        if (isLast && stacks.leaf[stack[sample]] !== path[step]) continue;
        costs[step].lines.set(line, (costs[step].lines.get(line) ?? 0) + values[sample]);
      }
    }
  }
  return path.map((entity, step) => {
    const { base, head, lines } = costs[step];
    const [line] = [...lines].reduce(
      (best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best),
      [0, 0],
    );
    return { entity, line, base, head };
  });
}
