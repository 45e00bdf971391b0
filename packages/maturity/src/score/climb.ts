import type { Model } from '../model/model.ts';
import { DAY, formatTime, parseTime } from '../time.ts';
import type { StepScore } from './step-score.ts';

/** A change of step that is under way. */
export interface Waiting {
  readonly direction: 'up' | 'down';
  /** The step it will be. */
  readonly step: number;
  /** ISO 8601: when, if nothing changes before. */
  readonly due: string;
}

/** Where a service stands on the way up. */
export interface Climb {
  /** The last step whose gate counts as climbed, -1 for none. */
  readonly completed: number;
  /** The step that the service is practising. */
  readonly step: number;
  readonly waiting?: Waiting;
}

/**
 * Which steps count as climbed. With a history, a gate must have been open for a while before it counts, and one that was
 * climbed is kept for a while, so that a flapping query does not move the step.
 */
export function climb(model: Model, scores: readonly StepScore[], completedBefore: number | undefined, now: number): Climb {
  const openNow = scores.findIndex(({ gate }) => !gate.open);
  const reached = (openNow < 0 ? scores.length : openNow) - 1;
  if (completedBefore === undefined) return { completed: reached, step: practised(reached) };

  let completed = -1;
  while (completed + 1 < scores.length && counts(completed + 1, completedBefore)) completed++;
  const step = practised(completed);
  const waiting = waitingFor();
  return waiting === undefined ? { completed, step } : { completed, step, waiting };

  function counts(index: number, before: number): boolean {
    const { gate } = scores[index];
    if (index > before) return gate.open && now >= sustained(index);
    return gate.open || !isLost(index);
  }

  function isLost(index: number): boolean {
    return scores[index].gate.evaluations >= model.demoteAfter.evaluations || now >= lostAt(index);
  }

  function waitingFor(): Waiting | undefined {
    const shut = scores.slice(0, completed + 1).findIndex(({ gate }) => !gate.open);
    if (shut >= 0) return { direction: 'down', step: practised(shut - 1), due: formatTime(lostAt(shut)) };
    const next = completed + 1;
    if (next >= scores.length || !scores[next].gate.open || practised(next) === step) return undefined;
    return { direction: 'up', step: practised(next), due: formatTime(sustained(next)) };
  }

  function sustained(index: number): number {
    return parseTime(scores[index].gate.since) + model.steps[index].sustainDays * DAY;
  }

  function lostAt(index: number): number {
    return parseTime(scores[index].gate.since) + model.demoteAfter.days * DAY;
  }

  function practised(completed: number): number {
    return Math.min(model.steps.length - 1, completed + 1);
  }
}
