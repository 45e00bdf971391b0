/** Removes white space from both ends, what Go counts as such: with U+0085, without U+FEFF. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (start < end && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Whether a line of a legacy format says nothing. */
export function isBlankOrComment(line: string): boolean {
  const text = trimSpace(line);
  return text === '' || text.startsWith('#');
}

/** No 64-bit number has more characters, in any base. */
const LONGEST_INTEGER = 70;

/** Reads a decimal or, with their prefix, a hexadecimal or octal integer; undefined where it is none. A leading 0 means octal. */
export function integerOfAnyBase(text: string): bigint | undefined {
  if (text.length > LONGEST_INTEGER) return undefined;
  const match = /^([+-]?)(0[0-7]+|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0|[1-9][0-9]*)$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', digits = ''] = match;
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return sign === '-' ? -value : value;
}

function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13);
  if (code === 0x85 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a)) return true;
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}
