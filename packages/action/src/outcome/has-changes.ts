import { leadProfile, type Report } from '@flamestep/report';

/**
 * Whether a report says something that a reviewer should see without looking for it. No change does not, nor does a missing baseline;
 * that too little was measured to see one does, because silence would read as good news.
 */
export function hasChanges({ state, profiles }: Report): boolean {
  if (state.kind === 'no-baseline' || state.kind === 'superseded') return false;
  if (state.kind !== 'compared' && state.kind !== 'stale-baseline') return true;
  if (profiles.some(({ findings, acknowledged }) => findings.length > 0 || acknowledged !== undefined)) return true;
  const verdict = leadProfile(profiles)?.verdict;
  return verdict === undefined || verdict !== 'unchanged';
}
