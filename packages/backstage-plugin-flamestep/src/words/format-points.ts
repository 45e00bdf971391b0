/** A change of a share in points of the whole: `+3.8`. */
export function formatPoints(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)}`;
}

/** `+2.2 to +5.4`, or `exact` where there is no spread. */
export function pointsInterval({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? 'exact' : `${formatPoints(low)} to ${formatPoints(high)}`;
}
