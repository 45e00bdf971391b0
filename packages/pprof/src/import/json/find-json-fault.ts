const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const ESCAPE = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/;
const BEGUN_ESCAPE = /^(?:u[0-9a-fA-F]{0,3})?$/;
const WORD_CHARACTER = /[-+.0-9a-zA-Z]/;
const LITERALS = ['true', 'false', 'null'];
/** Long enough to tell any number that makes sense. */
const LONGEST_WORD = 400;

/** Where reading went on, or the byte that did not fit. */
type Step = { readonly next: number } | { readonly fault: number };

/**
 * Finds the byte at which JSON is broken, because `JSON.parse` often does not say: the first byte that does not fit, the length
 * where the text ends early, undefined where there is no fault.
 */
export function findJsonFault(bytes: Uint8Array, from: number): number | undefined {
  /** What closes the containers that are open. */
  const closers: string[] = [];
  let needsValue = true;
  let mayClose = false;
  for (let at = skipSpace(bytes, from); ; at = skipSpace(bytes, at)) {
    if (at === bytes.length) return !needsValue && closers.length === 0 ? undefined : at;
    const closer = closers.at(-1);
    const character = String.fromCharCode(bytes[at]);
    if (closer !== undefined && character === closer && (mayClose || !needsValue)) {
      closers.pop();
      needsValue = false;
      at++;
      continue;
    }
    if (!needsValue) {
      if (closer === undefined || character !== ',') return at;
      needsValue = true;
      mayClose = false;
      at++;
      continue;
    }
    if (closer === '}') {
      const step = skipKey(bytes, at);
      if ('fault' in step) return step.fault;
      at = step.next;
      if (at === bytes.length) return at;
    }
    const opened = String.fromCharCode(bytes[at]);
    mayClose = opened === '{' || opened === '[';
    if (mayClose) {
      closers.push(opened === '{' ? '}' : ']');
      at++;
      continue;
    }
    const step = opened === '"' ? skipText(bytes, at) : skipWord(bytes, at);
    if ('fault' in step) return step.fault;
    needsValue = false;
    at = step.next;
  }
}

/** Skips a key, its colon and the space behind it. */
function skipKey(bytes: Uint8Array, at: number): Step {
  if (bytes[at] !== 0x22) return { fault: at };
  const key = skipText(bytes, at);
  if ('fault' in key) return key;
  const colon = skipSpace(bytes, key.next);
  return bytes[colon] === 0x3a ? { next: skipSpace(bytes, colon + 1) } : { fault: colon };
}

function skipText(bytes: Uint8Array, from: number): Step {
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] === 0x22) return { next: at + 1 };
    if (bytes[at] < 0x20) return { fault: at };
    if (bytes[at] !== 0x5c) continue;
    const behind = asciiAt(bytes, at + 1, at + 6);
    const match = ESCAPE.exec(behind);
    if (!match) return { fault: at + 1 + behind.length === bytes.length && BEGUN_ESCAPE.test(behind) ? bytes.length : at };
    at += match[0].length;
  }
  return { fault: bytes.length };
}

/** Skips a number, `true`, `false` or `null`. */
function skipWord(bytes: Uint8Array, from: number): Step {
  let end = from;
  while (end < bytes.length && WORD_CHARACTER.test(String.fromCharCode(bytes[end]))) end++;
  const word = asciiAt(bytes, from, Math.min(end, from + LONGEST_WORD));
  if (NUMBER.test(word) || LITERALS.includes(word)) return { next: end };
  const isBegun = NUMBER.test(`${word}0`) || LITERALS.some((literal) => literal.startsWith(word));
  return { fault: end === bytes.length && isBegun ? end : from };
}

function asciiAt(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}
