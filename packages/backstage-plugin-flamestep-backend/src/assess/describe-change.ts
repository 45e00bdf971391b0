import type { HistoryChange, HistoryEntry } from '@flamestep/backstage-plugin-flamestep-common';
import { type Assessment, type AssessmentChange, compareAssessments, type Model } from '@flamestep/maturity';
import { DAY_MS } from '../trend/trend-constants.ts';
import { titleOf } from './rate-service.ts';

const MOST_CHECKS = 20;
/** So that a chart has something to draw where nothing happens. */
const QUIET_MS = 7 * DAY_MS;

/** What an assessment adds to the history: nothing, when it found all as it was within a week. */
export function describeChange(
  model: Model,
  before: Assessment | undefined,
  last: HistoryEntry | undefined,
  after: Assessment,
): { readonly history: { readonly change?: HistoryChange } | undefined; readonly compared: AssessmentChange | undefined } {
  if (before === undefined) return { history: {}, compared: undefined };
  const compared = compareAssessments(before, after);
  const { comparable, step, checks } = compared;
  const isNews = !comparable || step !== undefined || checks.length > 0 || before.rated !== after.rated;
  const isDue = last === undefined || Date.parse(after.at) - Date.parse(last.at) >= QUIET_MS;
  if (!isNews && !isDue) return { history: undefined, compared };
  const scoreBefore = before.rated ? before.steps[before.step]?.score : undefined;
  const change: HistoryChange = {
    comparable,
    // Before the first rating there was no step to come from.
    ...(step && before.rated && after.rated && { step: { from: step.from, to: step.to, cause: step.cause } }),
    ...(scoreBefore && { scoreBefore }),
    checks: checks.slice(0, MOST_CHECKS).map(({ check, from, to, cause }) => ({
      check,
      title: titleOf(model, check),
      ...(from && { from }),
      ...(to && { to }),
      cause,
    })),
  };
  return { history: { change }, compared };
}
