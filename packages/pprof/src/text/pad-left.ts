/** Pads with spaces on the left to `width` characters. An astral character counts once, as in Go. */
export function padLeft(text: string, width: number): string {
  if (text.length >= width && !SURROGATE.test(text)) return text;
  return text.padStart(width + text.length - countCharacters(text));
}

/** Number of Unicode characters (not UTF-16 units). */
export function countCharacters(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const SURROGATE = /[\ud800-\udfff]/;
