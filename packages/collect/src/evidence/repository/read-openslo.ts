import { listAt, numberAt, objectAt, textAt } from '../http/answer.ts';
import type { WrittenSlo } from './written-slo.ts';

const METHODS = ['Occurrences', 'Timeslices', 'RatioTimeslices'];

/** An SLO of https://github.com/OpenSLO/OpenSLO, held against the rules of its specification. */
export function readOpenslo(path: string, document: unknown): WrittenSlo {
  const spec = objectAt(document, 'spec');
  const faults: string[] = [];
  const objectives = listAt(spec, 'objectives');
  if (listAt(spec, 'timeWindow').length !== 1) faults.push('there must be exactly one timeWindow');
  if (!METHODS.includes(textAt(spec, 'budgetingMethod'))) faults.push(`budgetingMethod must be one of ${METHODS.join(', ')}`);
  // Composite SLOs have their indicators in the objectives.
  const holders = [spec, ...objectives].filter((holder) => hasOne(holder, 'indicator') || hasOne(holder, 'indicatorRef'));
  if (holders.length === 0) faults.push('an indicator or an indicatorRef is missing');
  if (holders.some((holder) => hasOne(holder, 'indicator') && hasOne(holder, 'indicatorRef'))) {
    faults.push('indicator and indicatorRef exclude each other');
  }
  if (objectives.length === 0) faults.push('there is no objective');
  for (const objective of objectives) {
    const [target, percent] = [numberAt(objective, 'target'), numberAt(objective, 'targetPercent')];
    if (Number.isNaN(target) === Number.isNaN(percent)) faults.push('an objective needs either target or targetPercent');
    else if (target < 0 || target >= 1 || percent < 0 || percent >= 100)
      faults.push('a target must be from 0 to below 1 (100 %)');
  }
  return { path, name: textAt(document, 'metadata', 'name'), service: textAt(spec, 'service'), faults };
}

function hasOne(holder: unknown, key: string): boolean {
  return objectAt(holder)[key] !== undefined;
}
