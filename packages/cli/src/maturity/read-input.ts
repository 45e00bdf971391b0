import { isMaturityError, readEvidence, readModel, readService } from '@flamestep/maturity';
import type { Evidence, MaturityError, Model, ServiceManifest } from '@flamestep/maturity';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { readText } from '../read-text.ts';

/** Faults of a file that are told one by one; who mends twenty asks again. */
const MOST_FAULTS = 20;

export const MANIFEST = 'o11y.yaml';

/** The service file. Its faults go to standard error, a line each. Throws `CliError` `input`. */
export function readManifestFile(source: string, io: Io): ServiceManifest {
  if (source === MANIFEST && io.kindOf(source) === undefined) {
    throw new CliError('input', `there is no ${MANIFEST} here; name the file, or write one with \`flamestep maturity init\``);
  }
  return readChecked(source, readService, io);
}

/** As {@link readManifestFile}, a model file. */
export function readModelFile(source: string, io: Io): Model {
  return readChecked(source, readModel, io);
}

/** As {@link readManifestFile}, a file of evidence. */
export function readEvidenceFile(source: string, io: Io): readonly Evidence[] {
  return readChecked(source, readEvidence, io);
}

function readChecked<Value>(source: string, read: (text: string) => Value, io: Io): Value {
  const text = readText(source, io);
  try {
    return read(text);
  } catch (error) {
    if (!isMaturityError(error)) throw error;
    const faults = faultLines(source, error);
    for (const fault of faults.slice(0, MOST_FAULTS)) io.writeErr(`flamestep: ${fault}\n`);
    const more = faults.length > MOST_FAULTS ? `; the first ${MOST_FAULTS} are above` : '';
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    throw new CliError('input', faults.length === 0 ? `${source}: ${error.message}` : `${source} has ${count}${more}`, error);
  }
}

/** Each fault of a file as `FILE:line:column path: message`. Names in them come from the file: their control characters are replaced. */
export function faultLines(source: string, { problems }: MaturityError): string[] {
  return problems.map(({ line, column, path, message }) =>
    `${source}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}`.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' '),
  );
}
