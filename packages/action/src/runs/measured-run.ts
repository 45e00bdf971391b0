import type { Profile } from '@flamestep/pprof';

/** A run of one side: its profile, and what is known beside it. */
export interface MeasuredRun {
  /** What the user knows it by: the path of its file, or what the baseline calls it. */
  readonly source: string;
  /** The profile as it was found, compressed or not. */
  readonly bytes: Uint8Array;
  /** The same, read and settled as `go tool pprof` does. */
  readonly profile: Profile;
  /** How often the run did what was measured, where bench output beside it says so. */
  readonly operations: number | undefined;
}
