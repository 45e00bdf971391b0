import type { Trace } from './trace.ts';

/** Share of the time of its root in which spans below it that are not INTERNAL ran; `undefined` where there is no root with a duration. */
export function explainedShare(trace: Trace): number | undefined {
  const [root] = trace.filter(({ parent }) => parent === '').sort((a, b) => b.to - b.from - (a.to - a.from));
  if (root === undefined || !(root.to > root.from)) return undefined;
  const below = trace.filter((span) => span !== root && span.kind !== 'internal').sort((a, b) => a.from - b.from);
  let [explained, until] = [0, root.from];
  for (const { from, to } of below) {
    const end = Math.min(to, root.to);
    if (end > until) {
      explained += end - Math.max(from, until);
      until = end;
    }
  }
  // Times of this century in floating-point milliseconds are exact to less than a microsecond; more digits are noise.
  return Math.round((explained / (root.to - root.from)) * 1e6) / 1e6;
}
