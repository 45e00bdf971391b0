/** Whether `npm run build` has made what the portal serves and is filled with. */
export const isBuilt: boolean;

export interface ExamplePortal {
  readonly url: string;
  /** Everything that it knows. */
  readonly folder: string;
  /** Ends it and forgets what it knew. */
  readonly stop: () => Promise<void>;
}

export function openExamplePortal(options?: {
  readonly port?: number;
  /** Folder of a portal. */
  readonly knownBy?: string;
  /** Permissions that nobody has there, by name. */
  readonly denied?: readonly string[];
}): Promise<ExamplePortal>;
