/** Whether `npm run build` has made what the portal serves and is filled with. */
export const isBuilt: boolean;

export interface ExamplePortal {
  readonly url: string;
  /** Everything that it knows. */
  readonly folder: string;
  /** Ends the program, and keeps what it knew. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  /** Ends it and forgets what it knew. */
  readonly stop: () => Promise<void>;
}

export function openExamplePortal(options?: {
  /** Folder of a portal that has ended. */
  readonly knownBy?: string;
  /** Permissions that nobody has there, by name. */
  readonly denied?: readonly string[];
}): Promise<ExamplePortal>;
