/** `10%` → 0.1. A bare number could be a ratio or a percentage, so it is neither. */
export function parsePercentage(text: string): number | undefined {
  const match = /^(\d{1,6}(?:\.\d{1,6})?) ?%$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]) / 100;
}
