/**
 * Scales a sample of allocations up to the allocations it stands for. Where one allocation in every `rate` bytes is recorded, one
 * of `size` bytes is recorded with the probability 1 - exp(-size / rate). Results are truncated.
 *
 * @param rate bytes; 1 or less means that every allocation was recorded
 */
export function unsample(count: number, size: number, rate: number): { count: number; size: number } {
  if (count === 0 || size === 0) return { count: 0, size: 0 };
  if (rate <= 1) return { count, size };
  const scale = 1 / (1 - Math.exp(-(size / count) / rate));
  return { count: Math.trunc(count * scale), size: Math.trunc(size * scale) };
}
