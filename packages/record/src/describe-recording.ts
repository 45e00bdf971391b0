import type { RecordProgress } from './recording.ts';

/** What a recording is doing, for the line that shows progress. */
export function describeRecording({ step, side, run, runs, leftMs }: RecordProgress): string {
  switch (step) {
    case 'checkout':
      return 'checking out the base';
    case 'setup':
      return `setting up the ${side}`;
    case 'run':
      return `run ${run} of ${runs}, ${side}${leftMs === undefined ? '' : `, ${duration(leftMs)} left`}`;
    case 'cleanup':
      return 'cleaning up';
  }
}

/** Rounded to what a person wants to know, such as `40 s` or `12 min`. */
function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
