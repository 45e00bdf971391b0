import type { Check, Model, Prerequisite } from './model.ts';

const cache = new WeakMap<Model, readonly Check[]>();

/** The checks of a model, each after what it requires, otherwise as they stand in the model. Checks of a cycle come last. */
export function inOrder(model: Model): readonly Check[] {
  let ordered = cache.get(model);
  if (ordered === undefined) cache.set(model, (ordered = sort(model.checks)));
  return ordered;
}

/** The ids that a prerequisite names. */
export function idsOf(prerequisite: Prerequisite): readonly string[] {
  return typeof prerequisite === 'string' ? [prerequisite] : prerequisite.anyOf;
}

function sort(checks: readonly Check[]): readonly Check[] {
  const done = new Set<string>();
  const known = new Set(checks.map(({ id }) => id));
  const ordered: Check[] = [];
  let waiting = checks;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ requires }) => requires.flatMap(idsOf).every((id) => done.has(id) || !known.has(id)));
    if (ready.length === 0) return [...ordered, ...waiting];
    ordered.push(...ready);
    for (const { id } of ready) done.add(id);
    waiting = waiting.filter(({ id }) => !done.has(id));
  }
  return ordered;
}
