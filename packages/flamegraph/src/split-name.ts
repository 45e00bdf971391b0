/** A function name in two parts for display: the package, class path or namespace with its separator, and the rest. */
export interface SplitName {
  readonly prefix: string;
  readonly function: string;
}

/**
 * Splits a name where its package ends: `encoding/json.` + `(*decodeState).literalStore`, `std::vector<int>::` + `push_back`.
 * A name without such a mark is all function.
 */
export function splitName(name: string): SplitName {
  const scan = findSeparators(name);
  const at = scan.colons > 0 ? scan.colons : scan.dotAfterSlash;
  if (at <= 0 || at >= name.length) return { prefix: '', function: name };
  return { prefix: name.slice(0, at), function: name.slice(at) };
}

/** Forms of a name from the longest to the shortest: whole, without the package, without the receiver. */
export function shortenings(name: string): readonly SplitName[] {
  const whole = splitName(name);
  const forms = [whole];
  if (whole.prefix !== '') forms.push({ prefix: '', function: whole.function });
  const last = lastPart(whole.function);
  if (last !== whole.function) forms.push({ prefix: '', function: last });
  return forms;
}

/** The group that a name is coloured by: its package, or the name itself. */
export function packageOf(name: string): string {
  const { prefix } = splitName(name);
  return prefix === '' ? name : prefix;
}

/** `(*T).Method` → `Method`; a closure keeps the function it stands in: `Run.func1`. */
function lastPart(text: string): string {
  const { dots } = findSeparators(text);
  for (let i = dots.length - 1; i >= 0; i--) {
    const part = text.slice(dots[i]);
    if (part !== '' && !/^(?:func)?[\d.]+$/.test(part)) return part;
  }
  return text;
}

/** Positions just behind separators that stand outside brackets: the last `::`, the first dot behind the last slash, all dots. */
function findSeparators(name: string): { colons: number; dotAfterSlash: number; dots: number[] } {
  let colons = -1;
  let dotAfterSlash = -1;
  const dots: number[] = [];
  let nesting = 0;
  for (let i = 0; i < name.length; i++) {
    const c = name[i];
    if (c === '(' || c === '<' || c === '[' || c === '{') nesting++;
    else if (c === ')' || c === '>' || c === ']' || c === '}') nesting = Math.max(0, nesting - 1);
    else if (nesting > 0) continue;
    else if (c === ' ') break;
    else if (c === ':' && name[i + 1] === ':') colons = i + 2;
    else if (c === '/') dotAfterSlash = -1;
    else if (c === '.' && i > 0) {
      dots.push(i + 1);
      if (dotAfterSlash < 0) dotAfterSlash = i + 1;
    }
  }
  return { colons, dotAfterSlash, dots };
}
