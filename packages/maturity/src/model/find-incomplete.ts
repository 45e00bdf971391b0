import type { Fault } from '../yaml/find-faults.ts';
import type { Model } from './model.ts';
import type { WrittenModel } from './written-model.ts';

const NEEDED = ['step', 'kinds', 'effort', 'docs', 'text'] as const;
const PLACEHOLDER = /\{\{\s*([^}]*?)\s*\}\}/g;

/** Faults of a model file that can be told before the model is built: ids used twice, new checks that say too little, wrong queries. */
export function findIncomplete(written: WrittenModel, base: Model | undefined): readonly Fault[] {
  const faults: Fault[] = [];
  const known = new Set(base?.checks.map(({ id }) => id));
  const seen = new Set<string>();
  (written.checks ?? []).forEach((check, index) => {
    if (seen.has(check.id)) faults.push({ path: ['checks', index, 'id'], message: `${check.id} is described twice; keep one` });
    seen.add(check.id);
    const missing = known.has(check.id) ? [] : NEEDED.filter((key) => check[key] === undefined);
    if (missing.length > 0) {
      const message = `${check.id} is a new check and needs ${missing.join(', ')}${base ? `; ids of ${base.id} can be looked up in its model` : ''}`;
      faults.push({ path: ['checks', index, 'id'], message });
    }
  });
  const steps = new Set<number>();
  (written.steps ?? []).forEach(({ id }, index) => {
    if (steps.has(id)) faults.push({ path: ['steps', index, 'id'], message: `step ${id} is described twice; keep one` });
    steps.add(id);
  });
  for (const [id, { query }] of Object.entries(written.evidence ?? {})) {
    for (const [, variable] of (query ?? '').matchAll(PLACEHOLDER)) {
      if (variable === 'selector') continue;
      const message = `{{${variable.slice(0, 40)}}} is not known; a query may use {{selector}}`;
      faults.push({ path: ['evidence', id, 'query'], message });
    }
  }
  return faults;
}
