export { bootFlameGraphPage } from './boot-flame-graph-page.ts';
export { isFlamegraphError } from './flamegraph-error.ts';
export { layoutFlameGraph } from './layout-flame-graph.ts';
export { mountFlameGraph } from './mount-flame-graph.ts';
export { mountFunctionTable } from './mount-function-table.ts';
export type { FlameGraphHandle } from './mount-flame-graph.ts';
