import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { RecordError } from './record-error.ts';
import type { Side } from './recording.ts';

/** Makes a folder for the runs of each side. Throws `RecordError` `output-exists` where there are runs already, and `disk-full`. */
export async function makeOutputFolders(outputFolder: string): Promise<Readonly<Record<Side, string>>> {
  const folders = { base: join(resolve(outputFolder), 'base'), head: join(resolve(outputFolder), 'head') };
  for (const folder of Object.values(folders)) {
    await mkdir(folder, { recursive: true });
    // Old runs among new ones would be compared as if they were the same program.
    if ((await readdir(folder)).some((name) => /^\d+\.(pb\.gz|txt)$/.test(name))) {
      throw new RecordError('output-exists', `${folder} holds runs already; name another folder, or remove it first`);
    }
  }
  return folders;
}
