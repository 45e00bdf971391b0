/** One result line of `go test -bench`. */
export interface BenchResult {
  /** As printed, without `Benchmark` in front and the number of processors behind. */
  readonly name: string;
  /** Import path of the package, `''` where the output does not say. */
  readonly package: string;
  /** GOMAXPROCS, the `-8` behind the name; 1 where there is none. */
  readonly procs: number;
  /** How often the benchmark ran, `b.N`. */
  readonly iterations: number;
  /** Nanoseconds an operation. */
  readonly nsPerOp?: number;
  /** Bytes allocated an operation; with `-benchmem`. */
  readonly bytesPerOp?: number;
  /** Allocations an operation; with `-benchmem`. */
  readonly allocsPerOp?: number;
  /** Everything measured, by unit: also `MB/s` and what `b.ReportMetric` added. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** `BenchmarkName-8  100  12.5 ns/op …`. A benchmark that prints may have cut the line, so that its name stands before, alone. */
const RESULT = /^(?:Benchmark(\S*?)(?:-(\d+))?)?[ \t]+(\d{1,15})[ \t]+(\S+[ \t]+\S+(?:[ \t]+\S+[ \t]+\S+)*)[ \t]*$/;
const NAME_ALONE = /^Benchmark(\S*?)(?:-(\d+))?(?:[ \t].*)?$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The results in what `go test -bench` printed, in order; one for each line, so several of a name with `-count`. Other lines are left out. */
export function parseBenchOutput(text: string): BenchResult[] {
  const results: BenchResult[] = [];
  let packageName = '';
  let pending: { name: string; procs: number } | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('pkg: ')) packageName = line.slice('pkg: '.length).trim();
    const match = RESULT.exec(line);
    const metrics = match && metricsOf(match[4]);
    if (match && metrics) {
      const named = match[1] === undefined ? pending : nameOf(match[1], match[2]);
      if (named) results.push({ ...named, package: packageName, iterations: Number(match[3]), ...perOp(metrics), metrics });
      pending = undefined;
      continue;
    }
    const alone = NAME_ALONE.exec(line);
    if (alone) pending = nameOf(alone[1], alone[2]);
  }
  return results;
}

function nameOf(name: string, procs: string | undefined): { name: string; procs: number } {
  return { name, procs: procs === undefined ? 1 : Number(procs) };
}

function metricsOf(text: string): Record<string, number> | undefined {
  const words = text.split(/[ \t]+/);
  const metrics: [string, number][] = [];
  for (let i = 0; i + 1 < words.length; i += 2) {
    if (!NUMBER.test(words[i])) return undefined;
    metrics.push([words[i + 1], Number(words[i])]);
  }
  return Object.fromEntries(metrics);
}

function perOp(metrics: Readonly<Record<string, number>>): Pick<BenchResult, 'nsPerOp' | 'bytesPerOp' | 'allocsPerOp'> {
  const [nsPerOp, bytesPerOp, allocsPerOp] = ['ns/op', 'B/op', 'allocs/op'].map((unit) =>
    Object.hasOwn(metrics, unit) ? metrics[unit] : undefined,
  );
  return {
    ...(nsPerOp === undefined ? {} : { nsPerOp }),
    ...(bytesPerOp === undefined ? {} : { bytesPerOp }),
    ...(allocsPerOp === undefined ? {} : { allocsPerOp }),
  };
}
