const BRACKETS = /\(anonymous namespace\)|operator\(\)|\(/g;

/**
 * A function name as patterns for frames to drop see it: without the leading dot of some PowerPC symbols, and without everything
 * from the argument list on, whose `(` is the first that belongs neither to `(anonymous namespace)` nor to `operator()`.
 */
export function simplifyFunctionName(name: string): string {
  const simple = name.startsWith('.') ? name.slice(1) : name;
  for (const match of simple.matchAll(BRACKETS)) if (match[0] === '(') return simple.slice(0, match.index);
  return simple;
}
