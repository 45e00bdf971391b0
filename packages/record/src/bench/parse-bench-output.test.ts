import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benchOutputPath } from './bench-output-path.ts';
import { countOperations } from './count-operations.ts';
import { parseBenchOutput } from './parse-bench-output.ts';

test('reads what go test -bench -benchmem prints', () => {
  const output = `goos: linux
goarch: amd64
pkg: example.com/json
cpu: AMD EPYC
BenchmarkUnmarshal-8   	   51062	     23418 ns/op	  82.87 MB/s	    4480 B/op	      74 allocs/op
BenchmarkUnmarshal/large/deep-16-8         	     100	  1.05e+07 ns/op
PASS
ok  	example.com/json	1.523s
pkg: example.com/other
BenchmarkTiny	1000000000	         0.2500 ns/op	        12.00 widgets
`;
  expect(parseBenchOutput(output)).toEqual([
    {
      name: 'Unmarshal',
      package: 'example.com/json',
      procs: 8,
      iterations: 51062,
      nsPerOp: 23418,
      bytesPerOp: 4480,
      allocsPerOp: 74,
      metrics: { 'ns/op': 23418, 'MB/s': 82.87, 'B/op': 4480, 'allocs/op': 74 },
    },
    {
      name: 'Unmarshal/large/deep-16',
      package: 'example.com/json',
      procs: 8,
      iterations: 100,
      nsPerOp: 1.05e7,
      metrics: { 'ns/op': 1.05e7 },
    },
    {
      name: 'Tiny',
      package: 'example.com/other',
      procs: 1,
      iterations: 1e9,
      nsPerOp: 0.25,
      metrics: { 'ns/op': 0.25, widgets: 12 },
    },
  ]);
});

test('finds a result whose line the benchmark cut by printing', () => {
  const output = 'BenchmarkLoud-4\nBenchmarkLoud-4    \tloading config\nmore of it\n     500\t  2000 ns/op\n';
  expect(parseBenchOutput(output)).toMatchObject([{ name: 'Loud', procs: 4, iterations: 500, nsPerOp: 2000 }]);
});

test.each([
  '',
  'BenchmarkX-8',
  'BenchmarkX-8 100',
  'BenchmarkX-8 many 5 ns/op',
  'BenchmarkX-8 5 x ns/op',
  '  5  2 ns/op',
  'xBenchmarkX 1 2 ns/op',
])('%j holds no result', (line) => {
  expect(parseBenchOutput(line)).toEqual([]);
});

test('any text can be read, in time that grows with its length only', () => {
  const words = fc.constantFrom('Benchmark', 'A', '-8', ' ', '\t', '\n', '5', 'ns/op', 'pkg: ');
  fc.assert(
    fc.property(fc.array(words), (text) => {
      for (const { iterations, metrics } of parseBenchOutput(text.join(''))) {
        expect([iterations, ...Object.values(metrics)].every(Number.isFinite)).toBe(true);
      }
    }),
  );
  expect(parseBenchOutput(`BenchmarkX 1 ${'1 '.repeat(20_000)}x x\n${'Benchmark-1'.repeat(20_000)}`)).toEqual([]);
});

const line = (name: string, iterations: number) => `Benchmark${name}-8 ${iterations} 5 ns/op\n`;

test.each([
  ['one benchmark', line('A', 100), 100],
  ['one benchmark several times', line('A', 100) + line('A', 120), 220],
  ['several with the same number', line('A', 100) + line('B', 100), 100],
  ['several with different numbers', line('A', 100) + line('B', 90), undefined],
  ['none', 'PASS\n', undefined],
  ['one that did nothing', line('A', 0), undefined],
  ['the same name in two packages', `pkg: a\n${line('A', 10)}pkg: b\n${line('A', 20)}`, undefined],
])('operations of %s', (_, output, operations) => {
  expect(countOperations(parseBenchOutput(output))).toBe(operations);
});

test.each([
  ['runs/1.pb.gz', 'runs/1.txt'],
  ['C:\\runs\\1.pb.gz', 'C:\\runs\\1.txt'],
  ['cpu.head.1.pb.gz', 'cpu.head.1.txt'],
  ['cpu.pprof', 'cpu.txt'],
  ['cpu', 'cpu.txt'],
  ['.pb.gz', '.pb.txt'],
])('the bench output of %s is %s', (profile, path) => {
  expect(benchOutputPath(profile)).toBe(path);
});
