import { createMarker, leadProfile, type Report } from '@flamestep/report';

/** The outputs `status`, `regressions`, `improvements` and `unstable`. */
export interface Outcome {
  readonly status: OutcomeStatus;
  /** Functions that got slower, and costly new ones. */
  readonly regressions: number;
  readonly improvements: number;
  /** Functions with too few samples to judge. */
  readonly unstable: number;
}

/** `error`, the sixth, is of steps that fail before there is an outcome. */
export type OutcomeStatus = 'ok' | 'regressed' | 'improved' | 'unstable' | 'no-baseline';

/** What reports of one run come to; counts are those of the headlines, as the comment's. */
export function outcomeOf(reports: readonly Report[]): Outcome {
  const { slower = 0, faster = 0 } = createMarker(reports);
  const unstable = reports.reduce((sum, report) => sum + (leadProfile(report.profiles)?.counts.inconclusive ?? 0), 0);
  return { status: statusOf(reports), regressions: slower, improvements: faster, unstable };
}

function statusOf(reports: readonly Report[]): OutcomeStatus {
  const words = reports.map(wordOf);
  for (const status of ['regressed', 'unstable', 'no-baseline', 'improved'] as const) if (words.includes(status)) return status;
  return 'ok';
}

function wordOf({ state, profiles }: Report): OutcomeStatus {
  if (state.kind === 'no-baseline') return 'no-baseline';
  if (state.kind !== 'compared' && state.kind !== 'stale-baseline') return 'unstable';
  switch (leadProfile(profiles)?.verdict) {
    case 'slower':
    case 'new':
      return 'regressed';
    case 'faster':
    case 'gone':
      return 'improved';
    case 'moved':
    case 'unchanged':
      return 'ok';
    default: // inconclusive, indicative, or nothing to compare
      return 'unstable';
  }
}
