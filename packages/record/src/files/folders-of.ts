import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FolderEntry, FolderReader, PathKind } from './folder-reader.ts';

/** This machine's files; paths are relative to `folder`. */
export function foldersOf(folder: string): FolderReader {
  const kindOf = (path: string) => kindAt(resolve(folder, path));
  return { kindOf, listFolder: (path) => entriesOf(resolve(folder, path)) };
}

function kindAt(path: string): PathKind | undefined {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  } catch {
    return undefined; // reading it will say why
  }
}

function entriesOf(path: string): FolderEntry[] {
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isLink: entry.isSymbolicLink(),
      isFolder: entry.isDirectory() || (entry.isSymbolicLink() && kindAt(resolve(path, entry.name)) === 'folder'),
    }));
  } catch {
    return [];
  }
}
