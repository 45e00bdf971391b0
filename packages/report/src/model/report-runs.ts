import { compare, type CompareOptions } from '@flamestep/diff';
import type { Profile } from '@flamestep/pprof';
import { buildReport, type ReportParts } from './build-report.ts';
import type { Report } from './report.ts';
import { comparisonTrees } from './comparison-trees.ts';

/** The runs of both sides, one or more each, and what is known beside them. */
export interface RunParts extends Omit<ReportParts, 'comparison' | 'trees'> {
  readonly base: readonly Profile[];
  readonly head: readonly Profile[];
  readonly compareOptions?: CompareOptions | undefined;
  /** Whether to add the stack trees that the HTML page draws. They take most of a report's size. */
  readonly withTrees?: boolean | undefined;
}

/**
 * Compares runs and makes the report, with what the profiles themselves say: when the last run of the head was recorded, and how often
 * the processor was looked at. Throws `DiffError` where the runs cannot be compared, `ReportError` where the parts do not fit.
 */
export function reportRuns({ base, head, compareOptions = {}, withTrees = false, ...parts }: RunParts): Report {
  const comparison = compare({ base, head, options: compareOptions });
  return buildReport({
    ...parts,
    comparison,
    provenance: { ...recordedAt(head), ...parts.provenance },
    recording: { ...cpuRate([...base, ...head]), ...parts.recording },
    trees: withTrees ? comparisonTrees({ base, head }, comparison) : undefined,
  });
}

/** The greatest time that JavaScript can write as a date, in milliseconds. */
const LAST_DATE = 8.64e15;

function recordedAt(profiles: readonly Profile[]): { recordedAt?: string } {
  const latest = Math.max(...profiles.map(({ timeNanos }) => Number(timeNanos / 1_000_000n)));
  return latest > 0 && latest <= LAST_DATE ? { recordedAt: new Date(latest).toISOString() } : {};
}

/** Samples a second, where every run says the same. */
function cpuRate(profiles: readonly Profile[]): { cpuRate?: number } {
  const rates = new Set(
    profiles.map(({ period, periodType }) =>
      periodType.type === 'cpu' && periodType.unit === 'nanoseconds' && period > 0 ? Math.round(1e9 / period) : 0,
    ),
  );
  const [rate = 0] = rates;
  return rates.size === 1 && rate > 0 ? { cpuRate: rate } : {};
}
