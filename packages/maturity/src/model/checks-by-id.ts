import type { Check, Model } from './model.ts';

const cache = new WeakMap<Model, ReadonlyMap<string, Check>>();

/** The checks of a model by id. */
export function checksById(model: Model): ReadonlyMap<string, Check> {
  let checks = cache.get(model);
  if (checks === undefined) cache.set(model, (checks = new Map(model.checks.map((check) => [check.id, check]))));
  return checks;
}
