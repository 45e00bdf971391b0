/** What an installed package must be able to do without git: read the output of benchmarks. */
export function smoke(api) {
  const results = api.parseBenchOutput('BenchmarkParse-8   \t   5000\t  12.5 ns/op\t  16 B/op\t  1 allocs/op\n');
  return { results, operations: api.countOperations(results), beside: api.benchOutputPath('head/1.pb.gz') };
}
