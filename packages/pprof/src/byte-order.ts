const SURROGATE_OR_ABOVE = /[\ud800-\uffff]/;

/**
 * Compares two strings as their UTF-8 bytes compare, which is how Go sorts. JavaScript's `<` compares UTF-16 units and puts
 * astral characters before U+E000 to U+FFFF.
 */
export function compareByteOrder(a: string, b: string): number {
  if (a === b) return 0;
  if (!SURROGATE_OR_ABOVE.test(a) || !SURROGATE_OR_ABOVE.test(b)) return a < b ? -1 : 1;
  const left = [...a];
  const right = [...b];
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const difference = (left[i].codePointAt(0) ?? 0) - (right[i].codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
