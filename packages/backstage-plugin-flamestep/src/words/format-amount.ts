const TIMES = [
  [1e9, 's'],
  [1e6, 'ms'],
  [1e3, 'µs'],
  [1, 'ns'],
] as const;
const BYTES = [
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
  [1, 'B'],
] as const;

/** A cost with its unit: `49.5 ms`, `3.2 KiB`, `6.5 %` of a share. */
export function formatAmount(value: number, unit: string): string {
  if (unit === 'share') return `${digits(value * 100)} %`;
  const scales = unit === 'nanoseconds' ? TIMES : unit === 'bytes' ? BYTES : undefined;
  if (scales === undefined) return unit === 'count' ? digits(value) : `${digits(value)} ${unit}`;
  const [size, name] = scales.find(([least]) => Math.abs(value) >= least) ?? scales[scales.length - 1]!;
  return `${digits(value / size)} ${name}`;
}

/** `CPU` for `cpu`, and what else profiles call their samples in words. */
export function sampleTypeWords(sampleType: string): string {
  const words: Readonly<Record<string, string>> = {
    cpu: 'CPU',
    alloc_space: 'Allocated memory',
    alloc_objects: 'Allocations',
    inuse_space: 'Memory in use',
    inuse_objects: 'Objects in use',
  };
  return words[sampleType] ?? sampleType;
}

function digits(value: number): string {
  const size = Math.abs(value);
  return value.toLocaleString('en', { maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2 });
}
