import { describeFinding, type Report } from '@flamestep/report';

/** A remark at a line of the pull request. */
export interface Annotation {
  /** In the repository. */
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

/** The runner shows ten warnings of a step and drops the others without a word. */
const MOST = 10;

/**
 * The slowdowns that a verdict names, at the lines of the pull request that touch them: those with the greatest change first, one a
 * line. Nothing for what is only indicative, or is not compared with the right base.
 */
export function annotations(report: Report): readonly Annotation[] {
  if (report.state.kind !== 'compared') return [];
  const found = new Map<string, Annotation>();
  for (const profile of report.profiles) {
    for (const finding of profile.findings) {
      const touch = finding.touched?.find(({ line }) => line > 0);
      if (touch === undefined || !(finding.verdict === 'slower' || finding.verdict === 'new')) continue;
      const { file, line, role } = touch;
      const place = `${file}:${line}`;
      if (found.has(place)) continue;
      const message = `${describeFinding(profile, finding)}${role === 'itself' ? '' : '. Reached from this line'}`;
      found.set(place, { file, line, title: `Profile diff: ${report.subject.name}`, message });
    }
  }
  return [...found.values()].slice(0, MOST);
}
