import type { Profile } from '@flamestep/pprof';

/** A run of one side: its profile, and what is known beside it. */
export interface MeasuredRun {
  /** What the user knows it by: the path of its file, or what the baseline calls it. */
  readonly source: string;
  /** Settled as `go tool pprof` does, and without what should not be published: see `publishableProfile`. */
  readonly profile: Profile;
  /** How often the run did what was measured, where bench output beside it says so. */
  readonly operations: number | undefined;
}
