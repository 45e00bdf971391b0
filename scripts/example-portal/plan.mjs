/**
 * What the services of the example portal reported, as CI would have: for each a series of results of the main branch, oldest first.
 * On main every recorded run is one measurement and is used once: the same run twice would be less noise than there is.
 *
 * - `runs`: the folder under fixtures/ with a folder of recorded runs for each state of the program
 * - `results`: states in their order; `count` results of `runsEach` runs, `days` apart, and what the first of them merged
 * - `pullRequests`: measured beside their base, with the first runs of both
 * - `sampleTypes`: compared; all when left out
 */
export const PLAN = [
  {
    service: 'checkout',
    name: 'BenchmarkDecodeCart',
    runs: 'example-services/runs/decode',
    results: [
      { state: 'base', count: 20, runsEach: 1, days: 2.9 },
      { state: 'slow-literal', count: 3, runsEach: 3, days: 1.6, merges: 'Check price precision when decoding carts (#1482)' },
    ],
    pullRequests: [
      { number: 1482, title: 'Check price precision when decoding carts', daysAgo: 6.2, base: 'base', head: 'slow-literal' },
      { number: 1497, title: 'Cache tax rates', daysAgo: 0.9, base: 'slow-literal', head: 'slow-literal' },
    ],
  },
  {
    service: 'payment-gateway',
    name: 'BenchmarkHashCharges',
    runs: 'changes',
    results: [
      { state: 'base', count: 10, runsEach: 1, days: 5 },
      { state: 'faster', count: 1, runsEach: 3, days: 3, merges: 'Hash keys in half the rounds (#311)' },
      { state: 'faster', count: 2, runsEach: 1, days: 3 },
    ],
    pullRequests: [{ number: 311, title: 'Hash keys in half the rounds', daysAgo: 8.5, base: 'base', head: 'faster' }],
  },
  {
    service: 'money',
    name: 'BenchmarkFormat',
    runs: 'example-services/runs/render',
    // Allocations hardly differ from run to run, so that five runs may stand for fifteen.
    results: [
      { state: 'base', count: 5, runsEach: 1, days: 5 },
      { state: 'base', count: 5, runsEach: 1, days: 5, merges: 'Say what currencies round to (#12)' },
      { state: 'base', count: 5, runsEach: 1, days: 5, merges: 'Add the Omani rial (#14)' },
    ],
    pullRequests: [],
    sampleTypes: ['alloc_space', 'alloc_objects'],
  },
  {
    service: 'invoice-batch',
    name: 'BenchmarkLedger',
    runs: 'changes',
    results: [{ state: 'uniform', count: 10, runsEach: 1, days: 6 }],
    pullRequests: [],
  },
  {
    service: 'storefront',
    name: 'BenchmarkRenderList',
    runs: 'changes',
    results: [{ state: 'renamed', count: 3, runsEach: 1, days: 2 }],
    pullRequests: [],
  },
];
