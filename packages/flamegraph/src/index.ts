/**
 * A flame graph of a stack tree, with base and head on one box: layout, drawing in a page, and a whole page.
 *
 * @packageDocumentation
 */

export { FlamegraphError, isFlamegraphError } from './flamegraph-error.ts';
export type { FlamegraphErrorCode } from './flamegraph-error.ts';
export { OTHER, OTHER_NEGATIVE } from './flame-tree.ts';
export type {
  FlameFunctionColumns,
  FlameNodes,
  FlamePruned,
  FlameSampleType,
  FlameTree,
  FlameWhole,
  NumberColumn,
} from './flame-tree.ts';
export { defaultFlameTreeLimits } from './read-flame-tree.ts';
export type { FlameTreeLimits } from './read-flame-tree.ts';
export { boxLabel, layoutFlameGraph } from './layout-flame-graph.ts';
export type { FlameLayout, LayoutOptions, NegativeBoxes } from './layout-flame-graph.ts';
export type { FunctionTotals } from './function-totals.ts';
export { pruneFlameTree } from './prune-flame-tree.ts';
export type { PruneOptions } from './prune-flame-tree.ts';
export { readSearch } from './name-matcher.ts';
export type { NameMatcher } from './name-matcher.ts';
export { searchBoxes } from './search-boxes.ts';
export type { BoxMatches } from './search-boxes.ts';
export type { Shares } from './shares.ts';
export { mountFlameGraph } from './mount-flame-graph.ts';
export type { FlameGraphEvent, FlameGraphHandle, MountOptions } from './mount-flame-graph.ts';
export { mountFunctionTable } from './mount-function-table.ts';
export type { FunctionTableOptions } from './mount-function-table.ts';
export { flamegraphStyles } from './styles.ts';
export { renderFlameGraphPage } from './render-flame-graph-page.ts';
export type { FlameGraphPage, PageFact } from './render-flame-graph-page.ts';
export { formatPercents, formatPoints, formatValue } from './format-value.ts';
export { splitName } from './split-name.ts';
export type { SplitName } from './split-name.ts';
