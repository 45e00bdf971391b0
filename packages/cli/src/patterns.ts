import type { CompilePattern, Pattern } from '@flamestep/pprof';

/**
 * Gives what compiles these patterns. The RE2 engine (linear time, Go's syntax) takes some milliseconds to load, so that it is
 * loaded only when one of the patterns needs it.
 */
export async function loadCompile(sources: readonly (string | undefined)[]): Promise<CompilePattern> {
  if (sources.every((source) => source === undefined || isPlain(source))) return plainPattern;
  const { RE2JS } = await import('re2js');
  return (source) => (isPlain(source) ? plainPattern(source) : RE2JS.compile(source));
}

/** Whether a pattern has no special character, so that it matches where it is contained. */
function isPlain(source: string): boolean {
  return !/[\\.+*?()|[\]{}^$]/.test(source);
}

function plainPattern(source: string): Pattern {
  return { test: (text) => text.includes(source) };
}
