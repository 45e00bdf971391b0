import { trimPaths } from '../operations/trim-paths.ts';
import type { StackTable } from '../profile.ts';
import { truncatedMean } from './compute-total.ts';
import { nodeName } from './node-name.ts';
import { nodeTable } from './node-table.ts';
import type { NodeTable } from './node-table.ts';
import { nodeValues } from './node-values.ts';
import { outputUnit } from './output-unit.ts';
import type { PreparedReport } from './prepare-report.ts';
import { selectNodes } from './select-nodes.ts';
import type { NodeSelection } from './select-nodes.ts';
import { stackWeights } from './stack-weights.ts';
import type { StackWeights } from './stack-weights.ts';
import type { ValueFormat } from './value-format.ts';

/** A node that a report shows. Values are means where means are asked for. */
export interface ShownNode {
  /** Index into the graph's table of nodes. */
  readonly node: number;
  readonly name: string;
  readonly flat: number;
  readonly cum: number;
}

/** What a report shows of a profile, and what the calls between nodes can be found from. */
export interface ReportGraph {
  readonly shown: readonly ShownNode[];
  /** How values are written, with the unit chosen. */
  readonly format: ValueFormat;
  readonly nodes: NodeTable;
  readonly nameOf: (node: number) => string;
  readonly selection: NodeSelection;
  readonly stacks: StackTable;
  readonly weights: StackWeights;
}

/** Sums a prepared profile up by node, and chooses, sorts and trims as the settings say. */
export function reportGraph(prepared: PreparedReport): ReportGraph {
  const { settings, total } = prepared;
  // pprof trims paths again whenever it builds its graph anew, and loses files whose paths fit twice; here they are trimmed once.
  const profile = trimPaths(prepared.profile, settings);
  const { samples, stacks } = profile;
  const nodes = nodeTable(profile);
  const divisor = prepared.divisor === undefined ? undefined : samples.values[prepared.divisor];
  const weights = stackWeights(samples, stacks.length, samples.values[prepared.value]!, divisor);
  const values = nodeValues(stacks, nodes, weights.value, weights.isUsed);
  const divisors = weights.divisor && nodeValues(stacks, nodes, weights.divisor, weights.isUsed);
  const nameOf = memoisedNames(nodes);
  const selection = selectNodes(values, nameOf, settings);

  const shown = Array.from(selection.shown, (node): ShownNode => {
    const flat = divisors ? truncatedMean(values.flat[node], divisors.flat[node]) : values.flat[node];
    const cum = divisors ? truncatedMean(values.cum[node], divisors.cum[node]) : values.cum[node];
    return { node, name: nameOf(node), flat, cum };
  });
  const format = { ...prepared.format, outputUnit: outputUnit(prepared.format, shown, total) };
  return { shown, format, nodes, nameOf, selection, stacks, weights };
}

function memoisedNames(nodes: NodeTable): (node: number) => string {
  const names: string[] = [];
  return (node) => (names[node] ??= nodeName(nodes.info[node]!));
}
