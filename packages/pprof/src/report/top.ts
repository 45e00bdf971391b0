import type { Profile, ValueType } from '../profile.ts';
import type { NodeTable } from './node-table.ts';
import { prepareReport } from './prepare-report.ts';
import type { PreparedReport } from './prepare-report.ts';
import { findAlwaysInlined } from './find-always-inlined.ts';
import { reportCalls } from './report-calls.ts';
import { reportGraph } from './report-graph.ts';
import type { ReportGraph } from './report-graph.ts';
import { reportHeader } from './report-header.ts';
import type { ReportOptions } from './report-options.ts';
import type { ValueFormat } from './value-format.ts';

/** The costliest functions (or lines, or files). Values are in the sample type's own unit. */
export interface TopReport {
  readonly sampleType: ValueType;
  /** What counts as 100 %; see `computeTotal`. */
  readonly total: number;
  readonly rows: readonly TopRow[];
  /** The lines above the table, as pprof writes them. */
  readonly header: readonly string[];
  /** How the text shows the values. */
  readonly format: ValueFormat;
  /** Options that had no effect, in sentences. */
  readonly warnings: readonly string[];
}

/** A function (or line, or file) and what it costs. */
export interface TopRow {
  readonly name: string;
  /** Cost that arose here. */
  readonly flat: number;
  /** Cost of this and of all it called. */
  readonly cum: number;
  /** Whether it was inlined into its callers. */
  readonly inlined: 'no' | 'always' | 'sometimes';
}

/**
 * The `top` report of pprof as data. `renderTop` gives the text.
 *
 * Throws `ProfileError` `incompatible` for options that do not fit the profile, `out-of-range` for sums past 2^53.
 */
export function top(profile: Profile, options: ReportOptions = {}): TopReport {
  const prepared = prepareReport(profile, 'top', options);
  const graph = reportGraph(prepared);
  const inlined = inlinedCalls(prepared, graph);
  return {
    sampleType: prepared.sampleType,
    total: prepared.total,
    rows: graph.shown.map(({ node, name, flat, cum }): TopRow => ({ name, flat, cum, inlined: INLINED[inlined[node]]! })),
    header: reportHeader(prepared, graph),
    format: graph.format,
    warnings: prepared.warnings,
  };
}

const CALLED = 1;
const INLINED_CALL = 2;
const INLINED: readonly TopRow['inlined'][] = ['no', 'no', 'always', 'sometimes'];

/** For each node, which kinds of calls lead to it. Nodes that are never inlined need no look at the calls. */
function inlinedCalls(prepared: PreparedReport, graph: ReportGraph): Uint8Array {
  const kinds = new Uint8Array(graph.nodes.length);
  const candidates = inlinedSomewhere(graph.nodes);
  const callees = new Uint8Array(graph.nodes.length);
  for (const { node } of graph.shown) callees[node] = candidates[node];
  for (const node of findAlwaysInlined(graph, prepared.settings, callees)) {
    kinds[node] = INLINED_CALL;
    callees[node] = 0;
  }
  if (!callees.includes(1)) return kinds;
  const calls = reportCalls(graph, prepared.settings, callees);
  for (let call = 0; call < calls.length; call++) {
    kinds[calls.callee[call]] |= calls.isInline[call] === 1 ? INLINED_CALL : CALLED;
  }
  return kinds;
}

function inlinedSomewhere({ length, locationStart, locationNodes }: NodeTable): Uint8Array {
  const marks = new Uint8Array(length);
  for (let location = 0; location + 1 < locationStart.length; location++) {
    const outermost = locationStart[location + 1] - 1;
    for (let at = locationStart[location]; at < outermost; at++) marks[locationNodes[at]] = 1;
  }
  return marks;
}
