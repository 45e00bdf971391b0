import type { Change, Model } from '@flamestep/maturity';
import { nearest } from '../arguments/nearest.ts';
import { CliError } from '../cli-error.ts';

const OUTCOMES = ['pass', 'fail', 'unknown'] as const;

/** What `--simulate CHECK=pass` supposes. Throws `CliError` `usage`. */
export function parseChanges(words: readonly string[], model: Model): Change {
  return Object.fromEntries(
    words.map((word) => {
      const [check, outcome = 'pass', ...rest] = word.split('=');
      demandCheck(check, model, '--simulate');
      const known = OUTCOMES.find((one) => one === outcome);
      if (known === undefined || rest.length > 0) {
        const meant = nearest(outcome, OUTCOMES);
        const guess = meant === undefined ? '' : `; did you mean ${check}=${meant}?`;
        throw new CliError('usage', `--simulate takes CHECK=pass, CHECK=fail or CHECK=unknown, not '${word}'${guess}`);
      }
      return [check, known];
    }),
  );
}

/** Throws `CliError` `usage` for a check that the model does not have. */
export function demandCheck(check: string, model: Model, option: string): void {
  const ids = model.checks.map(({ id }) => id);
  if (ids.includes(check)) return;
  const meant = nearest(check, ids);
  const guess = meant === undefined ? `; it has ${ids.join(', ')}` : `; did you mean ${meant}?`;
  throw new CliError('usage', `${option}: model ${model.id} has no check '${check}'${guess}`);
}

/** The step below which a check fails. Throws `CliError` `usage`. */
export function demandStep(step: number | undefined, model: Model): number | undefined {
  const last = model.steps[model.steps.length - 1].id;
  if (step === undefined || (step >= 0 && step <= last)) return step;
  throw new CliError('usage', `--fail-under takes a step of model ${model.id}, 0 to ${last}, not ${step}`);
}
