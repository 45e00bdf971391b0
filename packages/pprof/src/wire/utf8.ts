const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();
/** Bytes that are no UTF-8 become U+DC80 to U+DCFF, one a byte, and turn back into the same bytes (PEP 383, "surrogateescape"). */
const ESCAPE_BASE = 0xdc00;
const ESCAPED = /[\udc80-\udcff]/;
const SHORT = 64;
/** How many arguments a call may safely have. */
const UNITS_AT_ONCE = 8192;

/** Decodes UTF-8 without loss: bytes that are not UTF-8 come back from {@link encodeUtf8} as they were. */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length <= SHORT) {
    let isAscii = true;
    for (let i = 0; i < bytes.length; i++) {
      if (bytes[i] > 127) {
        isAscii = false;
        break;
      }
    }
    if (isAscii) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  }
  try {
    return strict.decode(bytes);
  } catch {
    return decodeEscaping(bytes);
  }
}

/** The inverse of `decodeUtf8`. A lone surrogate of any other kind becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  if (!ESCAPED.test(text)) return encoder.encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (character.length === 1 && code >= 0xdc80 && code <= 0xdcff) bytes.push(code - ESCAPE_BASE);
    else bytes.push(...encoder.encode(character));
  }
  return Uint8Array.from(bytes);
}

/** Code units are collected in one array, so that a large text full of such bytes takes no more than twice its size. */
function decodeEscaping(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) units[count++] = ESCAPE_BASE + bytes[at++];
    else {
      let codePoint = length === 1 ? bytes[at] : bytes[at] & (0x7f >> length);
      for (let i = 1; i < length; i++) codePoint = (codePoint << 6) | (bytes[at + i] & 0x3f);
      at += length;
      if (codePoint > 0xffff) {
        units[count++] = 0xd7c0 + (codePoint >> 10);
        units[count++] = 0xdc00 + (codePoint & 0x3ff);
      } else units[count++] = codePoint;
    }
  }
  let text = '';
  for (let at = 0; at < count; at += UNITS_AT_ONCE) {
    text += String.fromCharCode.apply(null, units.subarray(at, Math.min(at + UNITS_AT_ONCE, count)) as unknown as number[]);
  }
  return text;
}

/** Length of the valid UTF-8 sequence at `at`, or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  const second = bytes[at + 1];
  // The second byte rules out overlong forms, surrogates and what lies past U+10FFFF.
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < length; i++) {
    if ((bytes[at + i] & 0xc0) !== 0x80) return 0;
  }
  return length;
}
