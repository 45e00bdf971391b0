import type { ReportSummary } from '@flamestep/backstage-plugin-flamestep-common';
import type { MarkName } from '../parts/mark.tsx';

/** The verdict of a report in a mark and a word. */
export function verdictMark({ verdict }: ReportSummary): { readonly mark: MarkName; readonly word: string } {
  if (verdict === undefined) return { mark: 'unknown', word: 'Not compared' };
  if (verdict.slower > 0) return { mark: 'slower', word: `${verdict.slower} slower` };
  if (verdict.faster > 0) return { mark: 'faster', word: `${verdict.faster} faster` };
  if (verdict.word === 'slower' || verdict.word === 'faster') return { mark: verdict.word, word: `Whole ${verdict.word}` };
  if (verdict.word === 'unchanged') return { mark: 'same', word: 'Unchanged' };
  if (verdict.word.endsWith('inconclusive')) return { mark: 'noise', word: 'Inconclusive' };
  if (verdict.moved > 0) return { mark: 'moved', word: `${verdict.moved} moved` };
  return { mark: 'unknown', word: verdict.word };
}
