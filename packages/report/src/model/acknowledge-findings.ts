import { type FunctionComparison, type SampleTypeComparison, verdictWithout } from '@flamestep/diff';
import type { Acknowledgement } from './report.ts';

/** Whether someone accepted that a function got slower, or is new and costs. Asked for each such finding. */
export type Acknowledge = (
  finding: FunctionComparison,
  sampleType: SampleTypeComparison['sampleType'],
) => Acknowledgement | undefined;

/** A finding that was accepted. */
export interface Acknowledged {
  readonly finding: FunctionComparison;
  readonly acknowledged: Acknowledgement;
}

/** A sample type without what was accepted, and that beside it. */
export interface AcknowledgedProfile {
  readonly profile: SampleTypeComparison;
  readonly acknowledged: readonly Acknowledged[];
}

/** Takes what was accepted out of the findings, the counts and the verdict. */
export function acknowledgeFindings(profile: SampleTypeComparison, acknowledge: Acknowledge | undefined): AcknowledgedProfile {
  const acknowledged = profile.findings.flatMap((finding): Acknowledged[] => {
    if (finding.verdict !== 'slower' && finding.verdict !== 'new') return [];
    const said = acknowledge?.(finding, profile.sampleType);
    return said === undefined ? [] : [{ finding, acknowledged: said }];
  });
  if (acknowledged.length === 0) return { profile, acknowledged };
  const left = acknowledged.map(({ finding }) => finding);
  const counted = (word: 'slower' | 'new') => left.filter(({ verdict }) => verdict === word).length;
  return {
    profile: {
      ...profile,
      verdict: verdictWithout(profile, left),
      counts: {
        ...profile.counts,
        slower: profile.counts.slower - counted('slower'),
        new: profile.counts.new - counted('new'),
      },
      findings: profile.findings.filter((finding) => !left.includes(finding)),
    },
    acknowledged,
  };
}
