/** A no-break space: a number and its unit stay on one line. */
const SPACE = '\u00a0';

interface Scale {
  /** How much of the ladder's lowest unit the sample type's unit is. */
  readonly factor: number;
  readonly ladder: readonly (readonly [size: number, unit: string])[];
}

const TIME = [
  [3600e9, 'h'],
  [60e9, 'min'],
  [1e9, 's'],
  [1e6, 'ms'],
  [1e3, 'µs'],
  [1, 'ns'],
] as const;

const MEMORY = [
  [2 ** 50, 'PB'],
  [2 ** 40, 'TB'],
  [2 ** 30, 'GB'],
  [2 ** 20, 'MB'],
  [2 ** 10, 'kB'],
  [1, 'B'],
] as const;

const scales = new Map<string, Scale>([
  ...scalesOf(TIME, { nanosecond: 1, ns: 1, microsecond: 1e3, us: 1e3, µs: 1e3, millisecond: 1e6, ms: 1e6, second: 1e9, s: 1e9 }),
  ...scalesOf(MEMORY, { byte: 1, b: 1, kilobyte: 2 ** 10, kb: 2 ** 10, megabyte: 2 ** 20, mb: 2 ** 20 }),
]);

function scalesOf(ladder: Scale['ladder'], units: Record<string, number>): [string, Scale][] {
  return Object.entries(units).map(([unit, factor]) => [unit, { factor, ladder }]);
}

/** A value of a sample type in a readable unit: `1.30 ms`, `3.20 MB` (1 kB is 1024 B, as pprof has it), `1,427`. */
export function formatValue(value: number, unit: string): string {
  const scale = scales.get(unit.toLowerCase()) ?? scales.get(unit.toLowerCase().replace(/s$/, ''));
  if (scale === undefined) return unit === '' || unit === 'count' ? grouped(value) : `${grouped(value)}${SPACE}${unit}`;
  const amount = value * scale.factor;
  const size = Math.abs(amount);
  // 59.96 s would print as 60.0 s with the unit below: compare what is shown.
  const [step, name] = scale.ladder.find(([step]) => size >= step * 0.9995) ?? scale.ladder[scale.ladder.length - 1];
  return `${sign(amount)}${size === 0 ? '0' : threeDigits(size / step)}${SPACE}${name}`;
}

/** A share of the whole, 0 to 1 and beyond: `30.3 %`; small ones keep a digit that says something. */
export function formatPercent(share: number): string {
  return `${percentNumber(share)}${SPACE}%`;
}

/** Both sides' shares: `2.7 → 6.5 %`. */
export function formatPercents(base: number, head: number): string {
  return `${percentNumber(base)} → ${percentNumber(head)}${SPACE}%`;
}

/** A difference of two shares: `+3.8 points`, `−0.4 points`, `0 points`. */
export function formatPoints(difference: number): string {
  const number = percentNumber(Math.abs(difference));
  const mark = difference > 0 ? '+' : sign(difference);
  return `${number === '0' ? '' : mark}${number}${SPACE}points`;
}

/** A difference of two values with its sign. */
export function formatChange(difference: number, unit: string): string {
  return difference > 0 ? `+${formatValue(difference, unit)}` : formatValue(difference, unit);
}

function percentNumber(share: number): string {
  const percent = Math.abs(share * 100);
  if (percent < 1e-9) return '0';
  if (percent < 0.005) return share < 0 ? '>−0.01' : '<0.01';
  return `${sign(share)}${percent < 0.05 ? percent.toFixed(2) : percent.toFixed(1)}`;
}

function sign(value: number): string {
  return value < 0 ? '−' : '';
}

function threeDigits(size: number): string {
  if (size < 9.995) return rounded(size, 2);
  return size < 99.95 ? rounded(size, 1) : grouped(Math.round(size));
}

/** Halves go up as on paper: 14.85 is 14.9, though its nearest binary number lies below it. */
function rounded(size: number, digits: number): string {
  return (Math.round(size * 10 ** digits) / 10 ** digits).toFixed(digits);
}

function grouped(value: number): string {
  const [whole, fraction] = String(Math.round(Math.abs(value) * 100) / 100).split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${sign(value)}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
}
