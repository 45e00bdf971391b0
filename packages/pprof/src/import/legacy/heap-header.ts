import type { TextLines } from '../text-lines.ts';
import { decimal } from './decimal.ts';

/** What the first line of a heap profile says. */
export interface HeapHeader {
  /** Whether allocations have columns of their own beside what is in use. */
  readonly hasAllocations: boolean;
  /** Whether the values are those of the recorded allocations only, to be scaled up. */
  readonly isSampled: boolean;
  /** Bytes between two samples; 1 where all are recorded, 0 where the file does not say. */
  readonly period: number;
}

const HEAP = /heap profile: *([0-9]+): *([0-9]+) *\[ *([0-9]+): *([0-9]+) *\] *@ *(heap[_a-z0-9]*)\/?([0-9]*)/;
const GROWTH_OR_FRAGMENTATION = /heap profile: *[0-9]+: *[0-9]+ *\[ *[0-9]+: *[0-9]+ *\] @ (?:growth|fragmentation)/;

/** Reads the current line; undefined where it is no header that pprof knows. */
export function heapHeader(lines: TextLines): HeapHeader | undefined {
  const match = HEAP.exec(lines.text);
  if (!match) {
    const isComplete = GROWTH_OR_FRAGMENTATION.test(lines.text);
    return isComplete ? { hasAllocations: false, isSampled: false, period: 1 } : undefined;
  }
  const [, usedCount, usedSize, allCount, allSize, kind, rate] = match;
  const hasAllocations = (allCount !== usedCount && allCount !== '0') || (allSize !== usedSize && allSize !== '0');
  const period = rate === '' || rate === undefined ? 0 : decimal(rate, lines);
  if (kind === 'heapz_v2' || kind === 'heap_v2') return { hasAllocations, isSampled: true, period };
  // Go writes twice the rate, for the sake of an older pprof.
  if (kind === 'heap') return { hasAllocations, isSampled: true, period: Math.trunc(period / 2) };
  return kind === 'heapprofile' ? { hasAllocations, isSampled: false, period: 1 } : undefined;
}
