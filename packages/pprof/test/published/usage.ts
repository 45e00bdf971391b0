import { decode, isProfileError, type Profile } from '@flamestep/pprof';

/** Compiled as a consumer in ESM, CommonJS and a bundler would: the names and types that the README shows. */
export function total(bytes: Uint8Array): number {
  try {
    const profile: Profile = decode(bytes);
    return profile.samples.values[0]?.reduce((sum, value) => sum + value, 0) ?? 0;
  } catch (error) {
    if (isProfileError(error) && error.code === 'too-large') return Number.POSITIVE_INFINITY;
    throw error;
  }
}
