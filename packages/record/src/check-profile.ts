import { stat, readFile } from 'node:fs/promises';
import { isProfileError, parse } from '@flamestep/pprof';
import { RecordError } from './record-error.ts';

/** Checks what a run wrote. `run` names it in messages. Throws `RecordError` `no-profile` or `empty-profile`. */
export async function checkProfile(file: string, run: string): Promise<void> {
  const size = await stat(file).then(
    (stats) => stats.size,
    () => undefined,
  );
  if (size === undefined) {
    throw new RecordError('no-profile', `${run} ended well but wrote no profile to ${file}; check the option with {profile}`);
  }
  if (size === 0)
    throw new RecordError('no-profile', `${run} left an empty file ${file}; it must end by itself to write its profile`);
  try {
    if (parse(await readFile(file)).samples.length > 0) return;
  } catch (error) {
    if (!isProfileError(error)) throw error;
    throw new RecordError('no-profile', `what ${run} wrote to ${file} cannot be read: ${error.code}: ${error.message}`, {
      cause: error,
    });
  }
  throw new RecordError('empty-profile', `the profile of ${run} has no samples; let it run for longer, as with -benchtime=2s`);
}
