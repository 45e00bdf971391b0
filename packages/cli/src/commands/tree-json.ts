import type { TreeReport } from '@flamestep/pprof';

/** JSON of `tree` and `peek`: each function with the calls to it and from it, the heaviest first. */
export function treeJson({ sampleType, total, rows }: TreeReport): string {
  return `${JSON.stringify({ sampleType, total, rows })}\n`;
}
