import type { CompilePattern, Pattern } from '@flamestep/pprof';

/**
 * Gives what compiles these patterns. The RE2 engine (linear time, Go's syntax) takes some milliseconds to load, so that it is
 * loaded only when one of the patterns needs it.
 */
export async function loadCompile(sources: readonly (string | undefined)[]): Promise<CompilePattern> {
  if (sources.every((source) => source === undefined || isPlain(source))) return plainPattern;
  const { RE2JS } = await import('re2js');
  return (source) => {
    // Go says the same of bytes that are no UTF-8, which the core keeps as lone surrogates.
    if (LONE_SURROGATE.test(source)) throw new Error('invalid UTF-8');
    return isPlain(source) ? plainPattern(source) : RE2JS.compile(source);
  };
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a pattern has no special character, so that it matches where it is contained. */
function isPlain(source: string): boolean {
  return !/[\\.+*?()|[\]{}^$]/.test(source) && !LONE_SURROGATE.test(source);
}

function plainPattern(source: string): Pattern {
  if (!isPlain(source)) throw new Error(`the pattern ${source} was not announced to loadCompile`);
  return { test: (text) => text.includes(source) };
}
