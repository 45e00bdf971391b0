import type { ReportSummary } from '@flamestep/backstage-plugin-flamestep-common';
import { shortFunction } from './split-function.ts';

/** The greatest finding of a report, and what it rests on; without one, what could have been seen. */
export function reportSentence({ verdict, name }: ReportSummary): string {
  if (verdict === undefined) return `${name}, nothing to compare with`;
  const { finding, runs, smallestDetectable } = verdict;
  const counted = runs === undefined ? [] : [`${runs.base}+${runs.head} runs`];
  if (finding !== undefined) {
    const { change, low, high } = finding.share;
    return [`${shortFunction(finding.name)} ${points(change)} points (${points(low)} to ${points(high)})`, ...counted].join(', ');
  }
  const seen = smallestDetectable === undefined ? [] : [`could have seen ${(smallestDetectable * 100).toFixed(1)} points`];
  return [name, ...counted, ...seen].join(', ');
}

function points(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)}`;
}
