import type { Fault } from '../yaml/find-faults.ts';
import { readDocument } from '../yaml/read-document.ts';
import { BUILT_IN_KINDS } from '../evidence/built-in-kinds.ts';
import { buildModel } from './build-model.ts';
import { builtInModel, libraryModel } from './built-in-model.ts';
import { checkModel, type ModelFault } from './check-model.ts';
import { findIncomplete } from './find-incomplete.ts';
import { findLoosened } from './find-loosened.ts';
import { kindsAskedFor } from './kinds-asked-for.ts';
import type { Model } from './model.ts';
import { modelSchema } from './model-schema.ts';
import type { WrittenModel } from './written-model.ts';

const BASES = { 'builtin@1': builtInModel, 'library@1': libraryModel } as const;

/**
 * Reads a model file: a model of one's own, or changes to a built-in one. A built-in gate may be made stricter; easier only with
 * `allowLoosen`, and then `comparable` is false. Throws `MaturityError`: `too-large`, or `invalid-manifest` with the line of every fault.
 */
export function readModel(text: string): Model {
  const { value, refuse } = readDocument(text, modelSchema, 'model');
  // The schema has seen to it.
  const written = value as WrittenModel;
  const base = written.metadata.extends === undefined ? undefined : BASES[written.metadata.extends];
  refuse([...findIncomplete(written, base), ...takenKinds(written)]);
  const model = buildModel(written, base);
  refuse(checkModel(model).map(inFile));
  const loosened = base === undefined ? [] : findLoosened(base, model);
  if (written.metadata.allowLoosen !== true) refuse(loosened.map(inFile));
  const evidence = kindsAskedFor(model.checks, model.evidence);
  return { ...model, evidence, comparable: model.comparable && loosened.length === 0 };

  /** The place in the file; what the file says nothing of is a fault of the whole. */
  function inFile({ check, path, message }: ModelFault): Fault {
    if (check === undefined) return { path, message };
    const index = (written.checks ?? []).findIndex(({ id }) => id === check);
    return index < 0
      ? { path: [], message: `${check}: ${message}` }
      : { path: ['checks', index, ...path], message: `${check}: ${message}` };
  }
}

function takenKinds({ evidence = {} }: WrittenModel): Fault[] {
  return Object.keys(evidence)
    .filter((id) => Object.hasOwn(BUILT_IN_KINDS, id))
    .map((id) => ({ path: ['evidence', id], message: `${id} is a built-in kind of evidence; choose another id` }));
}
