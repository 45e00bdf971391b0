/**
 * Formats a number with two decimals as Go's `%.2f` does: an exact tie goes to the even digit (0.125 is 0.12), where `toFixed`
 * rounds it up. Only odd multiples of 1/8 can be such ties.
 */
export function formatFixed2(value: number): string {
  if (Math.abs(value) >= 1e21) return `${BigInt(value)}.00`; // toFixed turns to exponents there
  if (Math.abs(value * 8) % 2 === 1) {
    const exact = value.toFixed(3);
    if (Number(exact.at(-2)) % 2 === 0) return exact.slice(0, -1);
  }
  return value.toFixed(2);
}

/** Formats a number with two significant digits as Go's `%.2g` does: 0.25, 1.5e-05, 0, 12, 1.2e+02. */
export function formatGeneral2(value: number): string {
  if (value === 0) return '0';
  const [mantissa, exponentText] = twoDigits(value).split('e') as [string, string]; // toExponential always writes an e
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 2) return String(Number(`${mantissa}e${exponent}`));
  const digits = String(Math.abs(exponent)).padStart(2, '0');
  return `${mantissa.replace(/\.0$/, '')}e${exponent < 0 ? '-' : '+'}${digits}`;
}

/** `toExponential(1)`, but with exact ties to the even digit. */
function twoDigits(value: number): string {
  const exact = /^(-?\d\.\d)50*(e.+)$/.exec(value.toExponential(40));
  if (exact && Number(exact[1]!.at(-1)) % 2 === 0) return exact[1]! + exact[2]!;
  return value.toExponential(1);
}
