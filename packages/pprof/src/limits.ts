import { ProfileError } from './profile-error.ts';

/** Bounds on what untrusted input may make this package allocate. Every one is an upper bound, reached with `too-large`. */
export interface Limits {
  /** Bytes after decompression. */
  readonly inflatedBytes: number;
  /** Samples of one profile. */
  readonly samples: number;
  /** Frames of one stack, and nesting of JSON formats. */
  readonly stackDepth: number;
  /** Entries of the string table. */
  readonly strings: number;
  /** Bytes of one string. */
  readonly stringBytes: number;
}

/** Fits the largest profiles seen in practice with room to spare, and stays within what one process can hold. */
export const DEFAULT_LIMITS: Limits = {
  inflatedBytes: 512 * 1024 * 1024,
  samples: 20_000_000,
  stackDepth: 1_000_000,
  strings: 10_000_000,
  stringBytes: 1024 * 1024,
};

const WORDS: Readonly<Record<keyof Limits, string>> = {
  inflatedBytes: 'bytes after decompression',
  samples: 'samples',
  stackDepth: 'frames in one stack',
  strings: 'strings',
  stringBytes: 'bytes in one string',
};

/** Fills in what the caller left out. */
export function limitsOf(limits: Partial<Limits> | undefined): Limits {
  return { ...DEFAULT_LIMITS, ...limits };
}

/** The error for a limit that was reached. */
export function tooLarge(limit: keyof Limits, value: number, offset?: number): ProfileError {
  return new ProfileError(
    'too-large',
    `the profile has more than ${value} ${WORDS[limit]}; raise the limit "${limit}" if you trust it`,
    offset,
  );
}
