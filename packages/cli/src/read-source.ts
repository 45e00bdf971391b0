import { isProfileError, parse, parseLenient } from '@flamestep/pprof';
import type { Limits, Profile } from '@flamestep/pprof';
import { CliError } from './cli-error.ts';
import { describeSystemError } from './describe-system-error.ts';
import type { Io } from './io.ts';
import { isProgram } from './is-program.ts';
import { STDIN } from './operand-sources.ts';
import type { Progress } from './progress.ts';

export interface ReadOptions {
  readonly lenient: boolean;
  readonly limits: Partial<Limits>;
}

/** The bytes of a file or of standard input. Throws `CliError` `input`, with what to do. */
export function readBytes(source: string, io: Io): Uint8Array {
  if (source === STDIN) {
    if (io.isTerminal.stdin) throw new CliError('input', 'standard input is a terminal; pipe a profile into it or name a file');
    return io.readStdin();
  }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(source)) {
    throw new CliError(
      'input',
      `${source}: profiles are not fetched from the network; save it first: curl -o profile.pb.gz '${source}'`,
    );
  }
  if (io.kindOf(source) === 'folder') {
    throw new CliError('input', `${source} is a folder; to merge the profiles in it write '${source.replace(/[/\\]+$/, '')}/*'`);
  }
  try {
    return io.readFile(source);
  } catch (error) {
    throw new CliError('input', `${source}: ${describeSystemError(error)}`, error);
  }
}

/** Parses the bytes of a source; repairs are told on standard error. Throws `CliError` `input` that names the source. */
export function parseSource(source: string, bytes: Uint8Array, options: ReadOptions, io: Io, progress: Progress): Profile {
  const shown = source === STDIN ? 'standard input' : source;
  // A line longer than the terminal is wide could not be removed again.
  progress.step(`reading ${shown.replace(/^.*[/\\]/, '').slice(0, 50)}`, bytes.length);
  try {
    if (!options.lenient) return parse(bytes, { limits: options.limits });
    const { profile, repairs } = parseLenient(bytes, { limits: options.limits });
    for (const { message, count } of repairs) {
      progress.done();
      io.writeErr(`flamestep: ${shown}: ${message}${count === 1 ? '' : ` (${count} times)`}\n`);
    }
    return profile;
  } catch (error) {
    if (!isProfileError(error)) throw error;
    if (isProgram(bytes)) {
      throw new CliError('input', `${shown} is a program, not a profile; name the profile that was recorded from it`, error);
    }
    throw new CliError('input', `${shown}: ${error.code}: ${withOptionNames(error.message)}${HINTS[error.code] ?? ''}`, error);
  }
}

const HINTS: Readonly<Record<string, string>> = {
  'dangling-reference': '; --lenient repairs such faults',
};

/** The core speaks of its own options. */
function withOptionNames(message: string): string {
  return message.replace('the limit "inflatedBytes"', '--max-size').replace('the limit "samples"', '--max-samples');
}
