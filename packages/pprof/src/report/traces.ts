import type { LabelSet, Profile, ValueType } from '../profile.ts';
import { truncatedMean } from './compute-total.ts';
import { nodeName } from './node-name.ts';
import { nodeTable } from './node-table.ts';
import type { NodeTable } from './node-table.ts';
import { prepareReport } from './prepare-report.ts';
import type { PreparedReport } from './prepare-report.ts';
import { profileLabels } from './profile-labels.ts';
import type { ReportOptions } from './report-options.ts';
import type { ValueFormat } from './value-format.ts';

/** All samples with their stacks. Values are in the sample type's own unit. */
export interface TracesReport {
  readonly sampleType: ValueType;
  /** What counts as 100 %; see `computeTotal`. */
  readonly total: number;
  /** The samples that have a stack, made one by one while they are read, as there can be very many. */
  readonly traces: Iterable<Trace>;
  /** Unit of each numeric label. */
  readonly labelUnits: ReadonlyMap<string, string>;
  /** The lines above the traces, as pprof writes them. */
  readonly header: readonly string[];
  /** How the text shows the values. */
  readonly format: ValueFormat;
  /** Options that had no effect, in sentences. */
  readonly warnings: readonly string[];
}

/** A sample, or several with the same stack and labels. */
export interface Trace {
  /** In the unit of the sample type. */
  readonly value: number;
  readonly labels: LabelSet;
  /** Leaf first, at least one. */
  readonly frames: readonly TraceFrame[];
}

/** A function on a stack. */
export interface TraceFrame {
  readonly name: string;
  /** Whether it was inlined into the next. */
  readonly isInline: boolean;
}

/** The `traces` report of pprof as data; see {@link top} for the errors. `renderTraces` gives the text. */
export function traces(profile: Profile, options: ReportOptions = {}): TracesReport {
  const prepared = prepareReport(profile, 'traces', options);
  const frames = locationFrames(nodeTable(prepared.profile));
  return {
    sampleType: prepared.sampleType,
    total: prepared.total,
    traces: { [Symbol.iterator]: () => eachTrace(prepared, frames) },
    labelUnits: prepared.labelUnits,
    header: profileLabels(prepared, prepared.format),
    format: prepared.format,
    warnings: prepared.warnings,
  };
}

function* eachTrace({ profile, value, divisor }: PreparedReport, frames: readonly TraceFrame[][]): Iterator<Trace> {
  const { samples, stacks } = profile;
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    const stackFrames: TraceFrame[] = [];
    for (let at = stacks.start[stack]; at < stacks.start[stack + 1]; at++) stackFrames.push(...frames[stacks.locations[at]]!);
    if (stackFrames.length === 0) continue;
    const own = samples.values[value]![sample];
    yield {
      value: divisor === undefined ? own : truncatedMean(own, samples.values[divisor]![sample]),
      labels: samples.labelSets[samples.labelSet[sample]]!,
      frames: stackFrames,
    };
  }
}

/** The frames that each location stands for, innermost first. */
function locationFrames({ info, locationStart, locationNodes }: NodeTable): TraceFrame[][] {
  const names = info.map(nodeName);
  return Array.from({ length: locationStart.length - 1 }, (_, location) => {
    const nodes = locationNodes.subarray(locationStart[location], locationStart[location + 1]);
    return Array.from(nodes, (node, i): TraceFrame => ({ name: names[node]!, isInline: i < nodes.length - 1 }));
  });
}
