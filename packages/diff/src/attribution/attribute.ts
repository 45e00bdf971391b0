import type { ChangedLines } from '../compare-options.ts';
import type { PathStep, Touch } from '../comparison.ts';
import { matchPath } from './match-path.ts';

/** A function on the way to a finding, with what is known of the lines it covers. */
export interface AttributedStep extends Pick<PathStep, 'name' | 'file' | 'line'> {
  /** Line where the function begins, 0 when unknown. */
  readonly startLine?: number | undefined;
  /** Last line of the function that was seen in a profile. */
  readonly lastLine?: number | undefined;
}

/**
 * Where the change touches a finding: `steps` is the finding's path, callers first, the finding itself last. The finding comes first in the
 * result, then its callers from the nearest to the farthest. A function is touched where a changed line is one of its lines, as
 * far as they are known, or where all that is known is that its file changed. Each function is told of once.
 */
export function attribute(steps: readonly AttributedStep[], changedLines: readonly ChangedLines[]): Touch[] {
  const touches: Touch[] = [];
  const told = new Set<string>();
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i];
    const key = `${step.file.length} ${step.file}${step.name}`;
    if (told.has(key)) continue;
    told.add(key);
    const changed = matchPath(step.file, changedLines);
    const line = changed && touchedLine(step, changed);
    if (line === undefined) continue;
    touches.push({ file: changed!.file, line, name: step.name, role: i === steps.length - 1 ? 'itself' : 'caller' });
  }
  return touches;
}

/** The changed line in the function, best the one that was sampled; 0 where only the file is known to have changed. */
function touchedLine({ line, startLine = 0, lastLine = 0 }: AttributedStep, { ranges }: ChangedLines): number | undefined {
  if (!ranges) return 0;
  const from = startLine > 0 ? startLine : line;
  const to = Math.max(lastLine, line);
  if (from === 0 || to === 0) return ranges.length > 0 ? 0 : undefined;
  if (ranges.some(([first, last]) => first <= line && line <= last)) return line;
  const touching = ranges.find(([first, last]) => first <= to && last >= from);
  return touching && Math.max(touching[0], from);
}
