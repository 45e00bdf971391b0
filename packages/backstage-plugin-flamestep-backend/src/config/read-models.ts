import { readFileSync } from 'node:fs';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isMaturityError, type Model, modelForKind, readModel, type ServiceKind } from '@flamestep/maturity';

/** Backend first: the words of the overview are those of its model. */
export const KINDS: readonly ServiceKind[] = ['backend', 'web', 'mobile', 'batch', 'library'];

/**
 * Reads `flamestep.models`: files, or models written in place. A kind of service is judged by the one that says so, and by the built-in
 * model otherwise. Throws `InputError` with the place of every fault.
 */
export function readModels(configs: readonly Config[]): Readonly<Record<ServiceKind, Model>> {
  const chosen = new Map<ServiceKind, Model>();
  configs.forEach((config, index) => {
    const model = readOne(config, `flamestep.models[${index}]`);
    for (const kind of model.kinds) {
      const other = chosen.get(kind);
      if (other !== undefined)
        throw new InputError(`flamestep.models: ${other.id} and ${model.id} both judge services of the kind ${kind}`);
      chosen.set(kind, model);
    }
  });
  const modelOf = (kind: ServiceKind) => chosen.get(kind) ?? modelForKind(kind);
  return {
    backend: modelOf('backend'),
    web: modelOf('web'),
    mobile: modelOf('mobile'),
    batch: modelOf('batch'),
    library: modelOf('library'),
  };
}

function readOne(config: Config, key: string): Model {
  const file = config.getOptionalString('file');
  const inline = config.getOptional('inline');
  if ((file === undefined) === (inline === undefined)) throw new InputError(`${key} takes either file or inline`);
  try {
    // JSON is YAML too.
    return readModel(file === undefined ? JSON.stringify(inline, null, 2) : readFileSync(file, 'utf8'));
  } catch (error) {
    if (isMaturityError(error)) throw new InputError(`${key}${file === undefined ? '' : ` (${file})`}: ${error.message}`);
    if (file !== undefined) throw new InputError(`${key}: ${file} cannot be read; give the path of a model file`);
    throw error;
  }
}
