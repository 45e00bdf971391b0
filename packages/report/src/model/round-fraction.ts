/** Fractions to nine digits, which keeps the JSON small and the same everywhere; whole numbers are exact. */
export function roundFraction(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(9));
}
