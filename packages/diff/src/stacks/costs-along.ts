import type { WeighedRun } from './weighed-run.ts';

/** A function on the way from the root, by entity; see `PathStep`. */
export interface EntityStep {
  readonly entity: number;
  readonly line: number;
  readonly base: number;
  readonly head: number;
}

/** The cost of each step of a path: of the samples whose stacks begin with the path down to it. */
export function costsAlong(runs: readonly WeighedRun[], path: readonly number[]): EntityStep[] {
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
