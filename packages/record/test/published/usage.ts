import { isRecordError, type Recording, type RecordOptions, recordRuns } from '@flamestep/record';

/** Compiled as a consumer would: in ESM, in CommonJS, and for a bundler. */
export async function headProfiles(options: RecordOptions): Promise<readonly string[]> {
  try {
    const { head }: Recording = await recordRuns(options);
    return head.runs.map(({ profile }) => profile);
  } catch (error) {
    if (isRecordError(error) && error.code === 'command-failed') return error.output;
    throw error;
  }
}
