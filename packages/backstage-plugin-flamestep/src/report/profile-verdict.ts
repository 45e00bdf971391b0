import type { Report } from '@flamestep/backstage-plugin-flamestep-common';
import type { MarkName } from '../parts/mark.tsx';
import { formatChange } from '../words/format-share.ts';

type Profile = Report['profiles'][number];

/** The verdict of one sample type: what was found, then how many were not. */
export interface ProfileVerdictWords {
  readonly mark: MarkName;
  readonly headline: string;
  readonly rest: string;
}

const TIME = /^(?:nano|micro|milli)?seconds?$/;

/** Says what was found and counts the rest. With nothing found it says so, never that all is well. */
export function profileVerdict(profile: Profile): ProfileVerdictWords {
  const { counts, verdict, runs, smallestDetectable, indications, whole } = profile;
  const slower = counts.slower + counts.new;
  const faster = counts.faster + counts.gone;
  const rest = describeRest(profile);
  if (verdict.startsWith('indicative')) {
    const look = indications.length === 0 ? 'nothing looks different' : `${functions(indications.length)} may differ`;
    return { mark: 'noise', headline: `Indicative only: ${look}.`, rest: 'One run a side cannot tell a change from noise.' };
  }
  const [more, less] = TIME.test(profile.sampleType.unit) ? ['slower', 'faster'] : ['costlier', 'cheaper'];
  if (slower > 0) {
    const other = faster === 0 ? `none got ${less}` : `${faster} got ${less}`;
    return { mark: 'slower', headline: `${functions(slower)} got ${more}, ${other}.`, rest };
  }
  if (faster > 0) return { mark: 'faster', headline: `${functions(faster)} got ${less}, none got ${more}.`, rest };
  if (verdict === 'slower' || verdict === 'faster') {
    const size = whole.base > 0 ? `: ${formatChange(sharesOf(whole))}` : '';
    const word = verdict === 'slower' ? more : less;
    const name = profile.normalization.kind === 'per-operation' ? 'operation' : 'run';
    return { mark: verdict, headline: `The whole ${name} got ${word}${size}.`, rest: `No function stands out. ${rest}` };
  }
  if (verdict === 'inconclusive') {
    const seen = (smallestDetectable * 100).toFixed(1);
    return {
      mark: 'noise',
      headline: 'Inconclusive.',
      rest: `Too few samples in ${runs.base}+${runs.head} runs: less than ${seen} points in one function could not have been seen. ${rest}`,
    };
  }
  if (countAcknowledged(profile) > 0) return { mark: 'same', headline: 'No change found but what is acknowledged.', rest };
  const isMoved = counts.moved > 0 && counts.inconclusive === 0;
  return { mark: 'same', headline: isMoved ? 'No cost changed.' : 'No change found.', rest };
}

function describeRest(profile: Profile): string {
  const { counts } = profile;
  const acknowledged = countAcknowledged(profile);
  const more = [
    ...(counts.moved > 0 ? [`; ${counts.moved} moved`] : []),
    ...(acknowledged > 0 ? [`; ${acknowledged} acknowledged, not counted`] : []),
  ];
  return `${are(counts.unchanged)} unchanged and ${counts.inconclusive} too noisy to judge${more.join('')}.`;
}

function countAcknowledged({ acknowledged = [], omitted }: Profile): number {
  return acknowledged.length + (omitted.acknowledged ?? 0);
}

function sharesOf({ base, change, low, high }: Profile['whole']) {
  return { value: change / base, low: low / base, high: high / base };
}

function functions(count: number): string {
  return count === 1 ? '1 function' : `${count} functions`;
}

function are(count: number): string {
  return `${count} ${count === 1 ? 'is' : 'are'}`;
}
