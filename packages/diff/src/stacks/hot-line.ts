import type { WeighedRun } from './weighed-run.ts';

/** The source line of a function's own cost that costs most on one side; undefined where no line is known. */
export function hotLine(runs: readonly WeighedRun[], entity: number, inHead: boolean): number | undefined {
  const costs = new Map<number, number>();
  for (const { stacks, values, isHead } of runs) {
    if (isHead !== inHead) continue;
    const { stack } = stacks.profile.samples;
    for (let sample = 0; sample < values.length; sample++) {
      if (values[sample] === 0 || stacks.leaf[stack[sample]] !== entity) continue;
      const line = stacks.leafLine[stack[sample]];
      if (line > 0) costs.set(line, (costs.get(line) ?? 0) + values[sample]);
    }
  }
  let hottest: number | undefined;
  for (const [line, cost] of costs) {
    const least = hottest === undefined ? -1 : costs.get(hottest)!;
    if (cost > least || (cost === least && line < hottest!)) hottest = line;
  }
  return hottest;
}
