import { isProfileError, parse, settle } from '@flamestep/pprof';
import type { CompilePattern, Limits, Profile, ProfileErrorCode } from '@flamestep/pprof';
import { ActionError } from '../action-error.ts';
import type { MeasuredRun } from './measured-run.ts';
import { publishableProfile } from './publishable-profile.ts';

/** What one profile may hold. Demangled names of C++ and Rust are long; all of them together are bounded by the inflated bytes. */
export const PROFILE_LIMITS = {
  inflatedBytes: 64 * 1024 * 1024,
  samples: 2_000_000,
  stackDepth: 100_000,
  strings: 500_000,
  stringBytes: 64 * 1024,
} as const satisfies Limits;
const MOST_LOCATIONS = 1_000_000;

/** Sample types of which a run has some, unless nothing was recorded. A program may well never wait for a lock. */
const ALWAYS_SAMPLED: readonly string[] = ['cpu', 'wall', 'samples', 'sample'];

/**
 * A profile's bytes, compressed or not and in any format that `parse` reads, as a run; also of a stored baseline. Throws `ActionError`
 * `profile`, which names the source and says what to do.
 */
export async function decodeRun(source: string, bytes: Uint8Array, operations: number | undefined): Promise<MeasuredRun> {
  if (bytes.length === 0) {
    throw new ActionError('profile', `${source} is empty. Let the program end by itself: it writes its profile when it ends.`);
  }
  try {
    return { source, profile: publishableProfile(await readProfile(source, bytes)), operations };
  } catch (error) {
    if (!isProfileError(error)) throw error;
    const said = error.message.replace(/; raise the limit .*$/, '');
    throw new ActionError('profile', `${source} cannot be read: ${said}. ${ADVICE[error.code]}`, { cause: error });
  }
}

async function readProfile(source: string, bytes: Uint8Array): Promise<Profile> {
  const profile = parse(bytes, { limits: PROFILE_LIMITS });
  if (profile.locations.length > MOST_LOCATIONS) {
    throw new ActionError('profile', `${source} has more than ${MOST_LOCATIONS} locations. ${ADVICE['too-large']}`);
  }
  if (profile.samples.length === 0 && profile.sampleTypes.some(({ type }) => ALWAYS_SAMPLED.includes(type))) {
    throw new ActionError('profile', `${source} has no samples. Let the run take longer, as with -benchtime=2s.`);
  }
  return settle(profile, profile.dropFrames === '' ? refuse : await loadRe2());
}

/** RE2 takes linear time for any pattern. It is loaded only for profiles that ask for it. */
async function loadRe2(): Promise<CompilePattern> {
  const { RE2JS } = await import('re2js');
  return (pattern) => RE2JS.compile(pattern);
}

const refuse: CompilePattern = (pattern) => {
  throw new Error(`there is no pattern to compile, but ${pattern}`);
};

const AGAIN = 'Record it again, or update what wrote it.';
const ADVICE: Readonly<Record<ProfileErrorCode, string>> = {
  'not-a-profile': 'Give profiles of pprof or V8, speedscope files or collapsed stacks, and check what the pattern matches.',
  truncated: 'Let the program end by itself before this step, and check that the file was copied as a whole.',
  'too-large': 'Record for a shorter time, or sample less often.',
  malformed: AGAIN,
  'dangling-reference': AGAIN,
  'out-of-range': AGAIN,
  incompatible: AGAIN,
};
