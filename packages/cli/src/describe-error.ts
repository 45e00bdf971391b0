import { isFlamegraphError } from '@flamestep/flamegraph';
import { isProfileError } from '@flamestep/pprof';

/** One plain line for an error that is no `CliError`: of the core, of the machine, or one that nobody foresaw. */
export function describeError(error: unknown): string {
  if (isProfileError(error) || isFlamegraphError(error)) return `${error.code}: ${error.message}`;
  if (error instanceof RangeError && /Invalid string length|allocation failed/.test(error.message)) {
    return 'the result is too large to hold; narrow it down with --focus or --nodecount';
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `unexpected fault: ${reason}; please report it with what FLAMESTEP_DEBUG=1 shows`;
}
