import { collectedKinds } from '../../packages/collect/test/evidence/collected-kinds.ts';
import { builtInModel, libraryModel } from '../../packages/maturity/src/index.ts';
import { renderChecks } from './render-checks.mjs';

/** The text of `docs/checks.md`, as the models and the collectors are now. */
export function checksPage() {
  return renderChecks([builtInModel, libraryModel], (kind) => collectedKinds([kind]));
}
