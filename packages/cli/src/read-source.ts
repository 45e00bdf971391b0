import { isProfileUrl, shownUrl } from '@flamestep/collect';
import { isProfileError, parse, parseLenient } from '@flamestep/pprof';
import type { Limits, Profile } from '@flamestep/pprof';
import type { OptionValues } from './arguments/option-table.ts';
import { CliError } from './cli-error.ts';
import { describeSystemError } from './describe-system-error.ts';
import type { Io } from './io.ts';
import { isProgram } from './is-program.ts';
import { limitsOf } from './limits.ts';
import { STDIN } from './operand-sources.ts';
import { withOptionNames } from './option-names.ts';
import type { Progress } from './progress.ts';

export interface ReadOptions {
  readonly lenient: boolean;
  readonly limits: Partial<Limits>;
  /** Seconds that a pprof endpoint is to record. */
  readonly seconds: number | undefined;
  /** Seconds that a server may take. */
  readonly timeout: number | undefined;
}

/** How the command line wants profiles to be read. Throws `CliError` `usage`. */
export function readOptionsOf(options: OptionValues): ReadOptions {
  const { lenient, seconds, timeout } = options;
  for (const [name, value] of Object.entries({ seconds, timeout })) {
    if (value !== undefined && !(value > 0 && value < 1e6))
      throw new CliError('usage', `--${name} must be more than 0, not ${value}`);
  }
  return { lenient, limits: limitsOf(options), seconds, timeout };
}

/**
 * Reads the profile in a file, behind a URL or in standard input; repairs are told on standard error. Throws `CliError` `input`, which
 * names the source and says what to do.
 */
export async function readSource(source: string, options: ReadOptions, io: Io, progress: Progress): Promise<Profile> {
  const bytes = isProfileUrl(source) ? await fetchBytes(source, options, io, progress) : readBytes(source, io);
  return parseSource(source, bytes, options, io, progress);
}

/** A source as it may be shown: URLs without what may be secret. */
export function shownSource(source: string): string {
  if (source === STDIN) return 'standard input';
  return isProfileUrl(source) ? shownUrl(source) : source;
}

async function fetchBytes(url: string, options: ReadOptions, io: Io, progress: Progress): Promise<Uint8Array> {
  // Nobody knows how long the server takes, so it is said at once.
  progress.step(`waiting for ${brief(shownUrl(url))}`, Number.POSITIVE_INFINITY);
  try {
    return await (await import('./fetch-source.ts')).fetchSource(url, options, io);
  } catch (error) {
    progress.done();
    throw error;
  }
}

/** The bytes of a file or of standard input. */
function readBytes(source: string, io: Io): Uint8Array {
  if (source === STDIN) {
    if (io.isTerminal.stdin) throw new CliError('input', 'standard input is a terminal; pipe a profile into it or name a file');
    return io.readStdin();
  }
  if (io.kindOf(source) === 'folder') {
    throw new CliError('input', `${source} is a folder; to merge the profiles in it write '${source.replace(/[/\\]+$/, '')}/*'`);
  }
  try {
    return io.readFile(source);
  } catch (error) {
    const isAddress = /^[\w.-]+:\d+(\/|$)/.test(source);
    const hint = isAddress ? `; for a server write http://${source}` : '';
    throw new CliError('input', `${source}: ${describeSystemError(error)}${hint}`, error);
  }
}

function parseSource(source: string, bytes: Uint8Array, options: ReadOptions, io: Io, progress: Progress): Profile {
  const shown = shownSource(source);
  progress.step(`reading ${brief(shown.replace(/^.*[/\\]/, ''))}`, bytes.length);
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

/** A line longer than the terminal is wide could not be removed again. */
function brief(name: string): string {
  return name.slice(0, 50);
}

const HINTS: Readonly<Record<string, string>> = {
  'dangling-reference': '; --lenient repairs such faults',
};
