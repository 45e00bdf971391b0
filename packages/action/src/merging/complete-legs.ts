import { buildReport, createReportKey, type Report, type Revision } from '@flamestep/report';
import { VERSION } from '../version.ts';

/** What the missing ones are missing from. */
export interface Matrix {
  readonly name: string;
  readonly key: string;
  /** Names of the legs that should have measured. */
  readonly expected: readonly string[];
  readonly head: Revision;
}

/**
 * The reports of a matrix, those of the expected legs first and in that order, with one that says so for each that is missing: what is
 * not there must not read as good news.
 */
export function completeLegs(reports: readonly Report[], { name, key, expected, head }: Matrix): readonly Report[] {
  const complete = expected.map((leg) => reports.find(({ subject }) => subject.leg === leg) ?? missingLeg(leg));
  return [...complete, ...reports.filter(({ subject }) => subject.leg === undefined || !expected.includes(subject.leg))];

  function missingLeg(leg: string): Report {
    return buildReport({
      subject: { name, leg, key: `${key}/${createReportKey({ name: leg })}`, head },
      state: { kind: 'missing', reason: 'its job did not finish.' },
      provenance: { tool: VERSION },
    });
  }
}
