import type { CompilePattern } from '../pattern.ts';
import type { Profile } from '../profile.ts';
import { removeUninteresting } from './remove-uninteresting.ts';
import { simplifyNames } from './simplify-names.ts';
import { unsourceMappings } from './unsource-mappings.ts';

/** Options of {@link settle}. */
export interface SettleOptions {
  /** Leaves names as they are. */
  readonly keepNames?: boolean | undefined;
  /** Leaves in the frames that the profile itself asks to drop, and forgets that it asked. */
  readonly allFrames?: boolean | undefined;
}

/**
 * What `go tool pprof` does to a profile when it has loaded it: shortens names, forgets URLs, and removes the frames that the profile
 * asks to drop. `compile` is called only where it asks for any. Throws as `removeUninteresting`.
 */
export function settle(profile: Profile, compile: CompilePattern, { keepNames, allFrames }: SettleOptions = {}): Profile {
  const named = unsourceMappings(keepNames ? profile : simplifyNames(profile));
  if (allFrames) return { ...named, dropFrames: '', keepFrames: '' };
  return named.dropFrames === '' ? named : removeUninteresting(named, compile);
}
