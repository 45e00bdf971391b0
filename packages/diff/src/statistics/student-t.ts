import { incompleteBeta } from './incomplete-beta.ts';
import { normalTail } from './normal.ts';

/** Beyond this many degrees of freedom t is normal to all digits that matter. */
const NORMAL_FROM = 1e6;

/** The chance that |T| of Student's distribution is at least |t|. `df` > 0; Infinity gives the normal distribution. */
export function studentTail(t: number, df: number): number {
  if (df >= NORMAL_FROM) return normalTail(t);
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/** The t ≥ 0 that |T| reaches with chance `p`, 0 < p ≤ 1: 1.96 for p = 0.05 and infinite `df`. */
export function studentQuantile(p: number, df: number): number {
  let low = 0;
  let high = 1;
  while (studentTail(high, df) > p && high < 1e8) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (studentTail(middle, df) > p) low = middle;
    else high = middle;
  }
  return high;
}
