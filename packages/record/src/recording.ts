/** The two programs that are compared. */
export type Side = 'base' | 'head';

/** What is recorded, and with what. */
export interface RecordOptions {
  /** A folder in the repository. Its working tree, changed or not, is the head; the command runs in the same folder of each tree. */
  readonly folder: string;
  /** Branch, tag or commit to compare with. */
  readonly baseRef: string;
  /** Program and arguments, run without a shell. `{profile}` in them is replaced by the path where the profile is to be written. */
  readonly command: readonly string[];
  /** Runs of each side. */
  readonly runs: number;
  /** Commands to run once in each tree first, such as a build. */
  readonly setup?: readonly (readonly string[])[] | undefined;
  /** Where profiles are put: `base/1.pb.gz`, `head/1.pb.gz` …. Made where it does not exist. */
  readonly outputFolder: string;
  /** Where the tree of the base is made and removed again. By default the system's folder for temporary files. */
  readonly temporaryFolder?: string | undefined;
  /** What the commands see, `process.env` usually; variables that tie git to another tree are left out. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Stops the recording: everything that was started ends, the worktree goes. */
  readonly signal?: AbortSignal | undefined;
  /** Called before each step. */
  readonly onProgress?: ((progress: RecordProgress) => void) | undefined;
  /** Milliseconds on a clock that never goes back, for the time left. */
  readonly now: () => number;
}

/** What is about to be done. */
export interface RecordProgress {
  readonly step: 'checkout' | 'setup' | 'run' | 'cleanup';
  /** Absent where the step is of neither side. */
  readonly side?: Side;
  /** Number of the run of this side, from 1; 0 where the step is no run. */
  readonly run: number;
  /** Runs of each side. */
  readonly runs: number;
  /** What the remaining runs will take, judged by those that are done; absent before there are any. */
  readonly leftMs?: number;
}

/** What was recorded, of both sides. */
export interface Recording {
  readonly base: RecordedSide;
  readonly head: RecordedSide;
}

/** The runs of one program. */
export interface RecordedSide {
  /** Full hash. */
  readonly commit: string;
  /** Whether the tree differed from the commit: changed or new files. Never for the base. */
  readonly isDirty: boolean;
  /** Top folder of the tree, as it appears in the paths of source files. That of the base is gone by now. */
  readonly tree: string;
  /** In the order in which they were made; base run i and head run i followed each other. */
  readonly runs: readonly RecordedRun[];
}

/** What one run left behind. */
export interface RecordedRun {
  /** Path of the file. */
  readonly profile: string;
  /** What the command printed, kept where it holds results of benchmarks: `N.txt` beside `N.pb.gz`. */
  readonly benchOutput?: string;
}
