/** What lies at a path; `other` is neither a file nor a folder, such as a pipe or a device. */
export type PathKind = 'file' | 'folder' | 'other';

/** Something in a folder. */
export interface FolderEntry {
  readonly name: string;
  /** Whether it is a folder, or leads to one. */
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

/** What one has to see of a file system to find files in it. */
export interface FolderReader {
  /** What lies at a path; `undefined` for nothing, or nothing that we may see. */
  kindOf(path: string): PathKind | undefined;
  /** Entries of a folder, in any order; none where it cannot be read. */
  listFolder(path: string): readonly FolderEntry[];
}
