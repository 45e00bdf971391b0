/**
 * Writes a finite number with two decimals as C and Go do: what lies exactly between two goes to the even one, so 0.125 is `0.12`.
 * `toFixed` takes the larger, and turns to exponents at 1e21.
 */
export function twoDecimals(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e21) return `${BigInt(value)}.00`;
  const eighths = size * 8;
  // Only odd eighths lie exactly between two hundredths: a double has no other fraction that ends in a half hundredth.
  if (Number.isInteger(eighths) && eighths % 2 === 1) {
    const sign = value < 0 ? '-' : '';
    return `${sign}${Math.floor(size)}.${HALVES_TO_EVEN[(eighths % 8) >> 1]}`;
  }
  return value.toFixed(2);
}

/** Hundredths of 1/8, 3/8, 5/8 and 7/8. */
const HALVES_TO_EVEN = ['12', '38', '62', '88'];
