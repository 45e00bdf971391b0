import type { Report } from '@flamestep/backstage-plugin-flamestep-common';
import type { MarkName } from '../parts/mark.tsx';

type Profile = Report['profiles'][number];

/** The verdict of one sample type: what was found, then how many were not. */
export interface ProfileVerdictWords {
  readonly mark: MarkName;
  readonly headline: string;
  readonly rest: string;
}

/** Says what was found and counts the rest. With nothing found it says so, never that all is well. */
export function profileVerdict({ counts, verdict, runs, smallestDetectable, indications }: Profile): ProfileVerdictWords {
  const slower = counts.slower + counts.new;
  const faster = counts.faster + counts.gone;
  const rest = `${are(counts.unchanged)} unchanged and ${counts.inconclusive} too noisy to judge${counts.moved > 0 ? `; ${counts.moved} moved` : ''}.`;
  if (verdict.startsWith('indicative')) {
    const look = indications.length === 0 ? 'nothing looks different' : `${functions(indications.length)} may differ`;
    return { mark: 'noise', headline: `Indicative only: ${look}.`, rest: 'One run a side cannot tell a change from noise.' };
  }
  if (slower > 0) {
    const other = faster === 0 ? 'none got faster' : `${faster} got faster`;
    return { mark: 'slower', headline: `${functions(slower)} got slower, ${other}.`, rest };
  }
  if (faster > 0) return { mark: 'faster', headline: `${functions(faster)} got faster, none got slower.`, rest };
  if (verdict === 'inconclusive') {
    const seen = (smallestDetectable * 100).toFixed(1);
    return {
      mark: 'noise',
      headline: 'Inconclusive.',
      rest: `Too few samples in ${runs.base}+${runs.head} runs: less than ${seen} points in one function could not have been seen. ${rest}`,
    };
  }
  return { mark: 'same', headline: counts.moved > 0 ? 'No cost changed.' : 'No change found.', rest };
}

function functions(count: number): string {
  return count === 1 ? '1 function' : `${count} functions`;
}

function are(count: number): string {
  return `${count} ${count === 1 ? 'is' : 'are'}`;
}
