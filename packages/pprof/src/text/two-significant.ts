/**
 * Writes a finite number of 0 or more and below 1 with at most two significant digits, as `%.2g` does in C and Go: `0.89`, `0.5`,
 * `0.00012`, `1.2e-05`. What lies exactly between two goes to the even one.
 */
export function twoSignificant(value: number): string {
  if (value === 0) return '0';
  const [mantissa, power] = value.toExponential(EXACT_DIGITS).split('e');
  const digits = mantissa!.replace('.', '');
  const head = Number(digits.slice(0, 2));
  const tail = digits.slice(2);
  const up = tail > HALF || (tail === HALF && head % 2 === 1);
  return withPower(head + (up ? 1 : 0), Number(power));
}

/** More than tell a value from one that lies exactly between two: a double differs from any such by more than 1e-60 of itself. */
const EXACT_DIGITS = 100;
const HALF = `5${'0'.repeat(EXACT_DIGITS - 2)}`;

/** Writes `tenths` / 10 × 10^`power` without trailing zeros; `tenths` is 10 to 100. */
function withPower(tenths: number, power: number): string {
  if (tenths === 100) return withPower(10, power + 1);
  const first = Math.floor(tenths / 10);
  const second = tenths % 10 === 0 ? '' : String(tenths % 10);
  if (power >= 0) return second === '' || power > 0 ? `${tenths / 10}` : `${first}.${second}`;
  if (power >= -4) return `0.${'0'.repeat(-power - 1)}${first}${second}`;
  return `${first}${second && `.${second}`}e-${String(-power).padStart(2, '0')}`;
}
