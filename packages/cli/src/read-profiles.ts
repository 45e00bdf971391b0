import { combine, settle as settleProfile, subtractBase } from '@flamestep/pprof';
import type { CombineOptions, Profile } from '@flamestep/pprof';
import type { OptionValues } from './arguments/option-table.ts';
import { CliError } from './cli-error.ts';
import type { Io } from './io.ts';
import { isProgram } from './is-program.ts';
import { sourcesOf, STDIN } from './operand-sources.ts';
import { loadCompile } from './patterns.ts';
import { createProgress } from './progress.ts';
import type { Progress } from './progress.ts';
import { readOptionsOf, readSource } from './read-source.ts';

/** The profiles of a command line, each side merged. */
export interface ProfileSides {
  readonly head: Profile;
  /** Undefined where no base was given. */
  readonly base: Profile | undefined;
}

/**
 * Reads the profiles that a command line names and makes one of them as `go tool pprof` does: several are merged, a base is
 * subtracted, the frames that the profile itself asks to drop are dropped, comments are added.
 *
 * `forSums` is for reports that only add samples up; see `CombineOptions` of the core.
 *
 * Unlike pprof it stops at a file that cannot be read, instead of going on with the others.
 */
export async function readProfile(
  operands: readonly string[],
  options: OptionValues,
  io: Io,
  { forSums = false }: CombineOptions = {},
): Promise<Profile> {
  const progress = createProgress(io);
  // Normalising rounds every sample, so that equal ones have to be one before.
  const combining = { forSums: forSums && !options.normalize };
  const { head, base } = await readSides(operands, options, io, progress, combining);
  let profile = head;
  if (base) {
    progress.step('comparing');
    profile = subtractBase(head, base, {
      diffBase: options['diff-base'].length > 0,
      normalize: options.normalize,
      forSums,
    });
  }
  profile = await settle(profile, options);
  progress.done();
  return { ...profile, comments: [...profile.comments, ...options['add-comment']] };
}

/** The part of {@link readProfile} before the sides are subtracted. */
export async function readSides(
  operands: readonly string[],
  options: OptionValues,
  io: Io,
  progress: Progress = createProgress(io),
  combining: CombineOptions = {},
): Promise<ProfileSides> {
  const baseWords = [...options.base, ...options['diff-base']].filter((word) => word !== '');
  checkSides(operands, baseWords, options);
  const headSources = sourcesOf(operands, io);
  const baseSources = sourcesOf(baseWords, io);
  const read = readOptionsOf(options);

  const program = headSources.length > 1 ? leadingProgram(headSources[0], io) : undefined;
  if (program !== undefined) {
    headSources.shift();
    io.writeErr(`flamestep: ${program} is a program: it is not read for symbols, names are those in the profile\n`);
  }
  const side = async (sources: readonly string[]): Promise<Profile> => {
    const profiles: Profile[] = [];
    // One after the other: a Go program records no two CPU profiles at once.
    for (const source of sources) profiles.push(await readSource(source, read, io, progress));
    if (profiles.length > 1) progress.step(`merging ${profiles.length} profiles`);
    if (program === undefined) return combine(profiles, combining);
    // Before, because files tell mappings apart, and after, because a profile may get its first mapping there.
    return asProgram(
      combine(
        profiles.map((profile) => asProgram(profile, program)),
        combining,
      ),
      program,
    );
  };
  return { head: await side(headSources), base: baseSources.length === 0 ? undefined : await side(baseSources) };
}

/** What pprof does to a profile when it has been loaded, as the options say. */
export async function settle(profile: Profile, options: OptionValues): Promise<Profile> {
  // The patterns are anchored before they are compiled, which makes even a plain name a regular expression.
  const compile = await loadCompile(profile.dropFrames === '' ? [] : [`^(${profile.dropFrames})$`]);
  return settleProfile(profile, compile, { keepNames: keepsNames(options.symbolize), allFrames: options['all-frames'] });
}

/** `--symbolize` as pprof reads it, as far as it is about names and not about finding symbols. */
function keepsNames(symbolize: string | undefined): boolean {
  for (const part of (symbolize ?? '').toLowerCase().split(':')) {
    if (part === 'none' || part === 'no') return true;
    if (/^(|local|fastlocal|remote|demangle=default)$/.test(part)) continue;
    throw new CliError('usage', `--symbolize=${symbolize} is not possible: symbols are not looked up; leave it out, or use none`);
  }
  return false;
}

function checkSides(operands: readonly string[], base: readonly string[], options: OptionValues): void {
  if (operands.length === 0) throw new CliError('usage', 'no profile given; name a file, a glob, a URL or - for standard input');
  if (options.base.length > 0 && options['diff-base'].length > 0) {
    throw new CliError('usage', '--base and --diff-base exclude each other; --diff-base gives percentages of the base');
  }
  if (options.normalize && base.length === 0) {
    throw new CliError('usage', '--normalize needs a base to scale to; add --base or --diff-base');
  }
  if ([...operands, ...base].filter((word) => word === STDIN).length > 1) {
    throw new CliError('usage', 'standard input (-) can be read only once');
  }
}

/** pprof takes a program before the profiles, as in `pprof ./server cpu.pb.gz`. */
function leadingProgram(source: string, io: Io): string | undefined {
  if (source === STDIN || io.kindOf(source) !== 'file') return undefined;
  return isProgram(io.readHead(source, 4)) ? source : undefined;
}

/** pprof shows the program in place of the first mapping's file. */
function asProgram(profile: Profile, file: string): Profile {
  const [main, ...others] = profile.mappings;
  return main ? { ...profile, mappings: [{ ...main, file }, ...others] } : profile;
}
