import { compareByteOrder } from '../byte-order.ts';
import { ProfileError } from '../profile-error.ts';
import type { Profile, ValueType } from '../profile.ts';
import { compileOption } from './apply-filters.ts';
import type { Edges } from './edges.ts';
import { prepareReport } from './prepare-report.ts';
import type { PreparedReport } from './prepare-report.ts';
import { reportCalls } from './report-calls.ts';
import { reportGraph } from './report-graph.ts';
import type { ReportGraph } from './report-graph.ts';
import { reportHeader } from './report-header.ts';
import type { ReportOptions } from './report-options.ts';
import type { ValueFormat } from './value-format.ts';

/** Functions with their callers and callees. Values are in the sample type's own unit. */
export interface TreeReport {
  readonly sampleType: ValueType;
  /** What counts as 100 %; see `computeTotal`. */
  readonly total: number;
  readonly rows: readonly TreeRow[];
  /** Nodes of the report, of which `peek` has rows only for those that match. */
  readonly nodes: number;
  /** The lines above the table, as pprof writes them. */
  readonly header: readonly string[];
  /** How the text shows the values. */
  readonly format: ValueFormat;
  /** Options that had no effect, in sentences. */
  readonly warnings: readonly string[];
}

/** A function (or line, or file), with who calls it and whom it calls. */
export interface TreeRow {
  readonly name: string;
  /** Cost that arose here. */
  readonly flat: number;
  /** Cost of this and of all it called. */
  readonly cum: number;
  readonly callers: readonly TreeCall[];
  readonly callees: readonly TreeCall[];
}

/** A call, seen from one end. */
export interface TreeCall {
  /** The function at the other end. */
  readonly name: string;
  /** Cost that flowed through the call. */
  readonly weight: number;
  readonly isInline: boolean;
}

/** The `tree` report of pprof as data; see {@link top} for the errors. `renderTree` gives the text. */
export function tree(profile: Profile, options: ReportOptions = {}): TreeReport {
  return treeReport(prepareReport(profile, 'tree', options), () => true);
}

/**
 * The `peek` report of pprof as data: functions whose printed name matches, with their callers and callees, without any trimming.
 * `renderTree` gives the text. Throws `ProfileError` `incompatible` where nothing matches; for other errors see {@link top}.
 */
export function peek(profile: Profile, pattern: string, options: ReportOptions = {}): TreeReport {
  const prepared = prepareReport(profile, 'peek', options);
  const compiled = compileOption('peek', pattern, prepared.settings);
  const report = treeReport(prepared, (name) => compiled?.test(name) ?? true);
  if (report.rows.length === 0) throw new ProfileError('incompatible', `no matches found for regexp: ${pattern}`);
  return report;
}

function treeReport(prepared: PreparedReport, isWanted: (name: string) => boolean): TreeReport {
  const graph = reportGraph(prepared);
  const calls = reportCalls(graph, prepared.settings, new Uint8Array(graph.nodes.length).fill(1));
  const callersOf = groupBy(calls, calls.callee, calls.caller, graph);
  const calleesOf = groupBy(calls, calls.caller, calls.callee, graph);
  return {
    sampleType: prepared.sampleType,
    total: prepared.total,
    rows: graph.shown
      .filter(({ name }) => isWanted(name))
      .map(({ node, name, flat, cum }) => ({ name, flat, cum, callers: callersOf(node), callees: calleesOf(node) })),
    nodes: graph.shown.length,
    header: reportHeader(prepared, graph),
    format: graph.format,
    warnings: prepared.warnings,
  };
}

/** Lists the calls at one end by the node at that end, the heaviest first. */
function groupBy(calls: Edges, end: Int32Array, otherEnd: Int32Array, graph: ReportGraph): (node: number) => TreeCall[] {
  const byNode = new Map<number, TreeCall[]>();
  for (let call = 0; call < calls.length; call++) {
    const seen = { name: graph.nameOf(otherEnd[call]), weight: calls.weight[call], isInline: calls.isInline[call] === 1 };
    const list = byNode.get(end[call]);
    if (list) list.push(seen);
    else byNode.set(end[call], [seen]);
  }
  return (node) => (byNode.get(node) ?? []).sort(heaviestFirst);
}

function heaviestFirst(a: TreeCall, b: TreeCall): number {
  return Math.abs(b.weight) - Math.abs(a.weight) || compareByteOrder(a.name, b.name);
}
