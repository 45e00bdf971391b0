import type { TreeCall, TreeReport } from '@flamestep/pprof';

/** JSON of `tree` and `peek`: each function with the calls to it and from it, the heaviest first. */
export function treeJson({ sampleType, total, rows }: TreeReport): string {
  const shown = rows.map(({ name, flat, cum, callers, callees }) => ({
    name,
    flat,
    cum,
    callers: callers.map(callJson),
    callees: callees.map(callJson),
  }));
  return `${JSON.stringify({ sampleType, total, rows: shown })}\n`;
}

function callJson({ name, weight, isInline }: TreeCall): object {
  return { name, value: weight, inline: isInline };
}
