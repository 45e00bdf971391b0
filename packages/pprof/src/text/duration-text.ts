/** A length of time in nanoseconds as Go writes it: `1h0m2.5s`, `1.5ms`, `0s`. */
export function durationText(nanos: bigint): string {
  if (nanos < 0n) return `-${durationText(-nanos)}`;
  if (nanos === 0n) return '0s';
  for (const [unit, size] of SMALL_UNITS) if (nanos < size * 1000n) return withFraction(nanos, size) + unit;
  const minutes = nanos / MINUTE;
  const seconds = `${withFraction(nanos % MINUTE, SECOND)}s`;
  if (minutes === 0n) return seconds;
  return minutes < 60n ? `${minutes}m${seconds}` : `${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

const SECOND = 1_000_000_000n;
const MINUTE = 60n * SECOND;
const SMALL_UNITS = [
  ['ns', 1n],
  ['µs', 1000n],
  ['ms', 1_000_000n],
] as const;

function withFraction(nanos: bigint, unit: bigint): string {
  if (unit === 1n) return String(nanos);
  const digits = String(unit).length - 1;
  const fraction = String(nanos % unit)
    .padStart(digits, '0')
    .replace(/0+$/, '');
  return `${nanos / unit}${fraction && `.${fraction}`}`;
}
