import type { BenchResult } from './parse-bench-output.ts';

/**
 * How many operations a run did: the N by which its costs are divided. With one benchmark the sum of its iterations (several lines
 * with `-count`). With several benchmarks that all did the same number (`-benchtime=100x`) that number: an operation is then one of
 * each. Otherwise `undefined`, because their parts in the profile change from run to run.
 */
export function countOperations(results: readonly BenchResult[]): number | undefined {
  const iterations = new Map<string, number>();
  for (const result of results) {
    const benchmark = `${result.package} ${result.name} ${result.procs}`;
    iterations.set(benchmark, (iterations.get(benchmark) ?? 0) + result.iterations);
  }
  const [first, ...others] = iterations.values();
  return first > 0 && others.every((count) => count === first) ? first : undefined;
}
