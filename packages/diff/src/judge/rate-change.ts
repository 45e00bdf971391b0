import type { Change, Sides } from '../comparison.ts';

/** How far a count can be trusted. */
export interface CountNoise {
  /** Variance as a multiple of the Poisson one. */
  readonly dispersion: number;
  /** Of Student's distribution, for 95 %. */
  readonly quantile: number;
}

/** The change of a rate, with the 95 % interval that the scores of both counts give together (Newcombe); counts of 0 are fine. */
export function rateChange(counts: Sides, exposures: Sides, { dispersion, quantile }: CountNoise): Change {
  const base = scoreInterval(counts.base, exposures.base, dispersion, quantile);
  const head = scoreInterval(counts.head, exposures.head, dispersion, quantile);
  const change = head.rate - base.rate;
  return {
    base: base.rate,
    head: head.rate,
    change,
    low: change - Math.hypot(head.rate - head.low, base.high - base.rate),
    high: change + Math.hypot(head.high - head.rate, base.rate - base.low),
  };
}

/** The same change in another unit. */
export function scaleChange({ base, head, change, low, high }: Change, by: number): Change {
  return { base: base * by, head: head * by, change: change * by, low: low * by, high: high * by };
}

function scoreInterval(count: number, exposure: number, dispersion: number, quantile: number) {
  const effective = count / dispersion;
  const middle = effective + (quantile * quantile) / 2;
  const half = quantile * Math.sqrt(effective + (quantile * quantile) / 4);
  const rate = (value: number) => (value * dispersion) / exposure;
  return { rate: count / exposure, low: rate(Math.max(0, middle - half)), high: rate(middle + half) };
}
