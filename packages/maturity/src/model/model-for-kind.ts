import type { ServiceKind } from '../service/service.ts';
import { builtInModel, libraryModel } from './built-in-model.ts';
import type { Model } from './model.ts';

/** The built-in model that judges a kind of service. */
export function modelForKind(kind: ServiceKind): Model {
  return kind === 'library' ? libraryModel : builtInModel;
}
