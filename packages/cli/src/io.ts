import type { FolderReader, Recording, RecordOptions } from '@flamestep/record';

/** Everything a command may do to the world. `main.ts` passes the real one, tests pass their own. */
export interface Io extends FolderReader {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };

  /** All of standard input. */
  readStdin(): Uint8Array;
  /** Throws the system's error, with its `code`. */
  readFile(path: string): Uint8Array;
  /** The first bytes of a file, at most `length` of them. Throws as {@link readFile}. */
  readHead(path: string, length: number): Uint8Array;

  /** Writes all of it. Throws the system's error; when the reader has gone away that is `EPIPE`. */
  writeOut(data: string | Uint8Array): void;
  writeErr(text: string): void;
  /** Makes or replaces a file from pieces. Throws the system's error. */
  writeFile(path: string, pieces: Iterable<string | Uint8Array>): void;
  /** Makes a file that only this user can read, in the folder for temporary files, and returns its path. */
  writeTemporary(name: string, text: string): string;

  /** Makes an empty folder that only this user can read, in the one for temporary files, and returns its path. */
  makeTemporaryFolder(name: string): string;

  /** The network. Node's own, or something that answers as it does. */
  readonly fetch: typeof globalThis.fetch;
  /** `recordRuns` of `@flamestep/record` with this environment and clock, in the folder we were called in. */
  recordRuns(options: Omit<RecordOptions, 'folder' | 'environment' | 'now'>): Promise<Recording>;
  /** Calls the listener, each time, instead of ending when the user wants to stop (Ctrl-C), until the function that it returns is called. */
  onInterrupt(listener: () => void): () => void;

  /** Starts the user's browser, without waiting for it. False where there is none. */
  openInBrowser(path: string): boolean | Promise<boolean>;
  /** The time of day: milliseconds since 1970. */
  now(): number;
  /** Columns of the terminal that standard output is; undefined where it is none. */
  columns(): number | undefined;
  /** ISO 8601: when the last commit changed a file; undefined where git knows nothing of it. */
  committedAt(path: string): Promise<string | undefined>;
  /** Milliseconds on a clock that never goes back. */
  milliseconds(): number;
  /** The zone in force on this machine at a time, in seconds since 1970-01-01 UTC. */
  timeZoneAt(seconds: number): TimeZone;
}

export interface TimeZone {
  /** Seconds east of UTC. */
  readonly offset: number;
  /** Short name, such as `CET`. */
  readonly name: string;
}
