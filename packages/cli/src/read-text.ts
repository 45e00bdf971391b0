import { CliError } from './cli-error.ts';
import { describeSystemError } from './describe-system-error.ts';
import type { Io } from './io.ts';
import { STDIN } from './operand-sources.ts';

/** The text in a file or in standard input. Throws `CliError` `input`. */
export function readText(source: string, io: Io): string {
  try {
    return new TextDecoder().decode(source === STDIN ? io.readStdin() : io.readFile(source));
  } catch (error) {
    throw new CliError('input', `${source}: ${describeSystemError(error)}`, error);
  }
}
