import { assessAssuming, type AssessOptions } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { State } from './evaluate/judgement.ts';
import type { Evidence } from './evidence/evidence.ts';
import { MaturityError } from './maturity-error.ts';
import type { Model } from './model/model.ts';
import type { Service } from './service/service.ts';

/** Check id → what it is supposed to become. */
export type Change = Readonly<Record<string, 'pass' | 'fail' | 'unknown'>>;

const STATES: Readonly<Record<Change[string], State>> = { pass: 'met', fail: 'missed', unknown: 'unknown' };

/**
 * What an assessment would be if some checks came out differently. Compare it with the real one by `compareAssessments`. To see the step
 * without the time that it must hold, leave `previous` out. Throws {@link MaturityError} `unknown-check`, and as `assess` does.
 */
export function simulate(
  model: Model,
  service: Service,
  evidence: readonly Evidence[],
  change: Change,
  options: AssessOptions,
): Assessment {
  const known = new Set(model.checks.map(({ id }) => id));
  for (const id of Object.keys(change)) {
    if (!known.has(id)) throw new MaturityError('unknown-check', `model ${model.id} has no check ${id}; look at model.checks`);
  }
  const assumed = new Map(Object.entries(change).map(([id, outcome]) => [id, STATES[outcome]]));
  return assessAssuming(model, service, evidence, assumed, options);
}
