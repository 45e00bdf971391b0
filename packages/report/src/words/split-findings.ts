import type { ProfileReport, ReportFinding } from '../model/report.ts';

/** What a profile shows in its table and in its folds. */
export interface SplitFindings {
  /** Slower and new; with one run a side what looks so. */
  readonly worse: readonly ReportFinding[];
  /** Faster and gone. */
  readonly better: readonly ReportFinding[];
  readonly moved: readonly ReportFinding[];
}

export function splitFindings({ findings, indications }: ProfileReport): SplitFindings {
  const rows = [...findings, ...indications];
  const of = (...words: string[]) => rows.filter(({ verdict }) => words.includes(verdict.replace('indicative ', '')));
  return { worse: of('slower', 'new'), better: of('faster', 'gone'), moved: of('moved') };
}
