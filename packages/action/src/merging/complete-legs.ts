import { buildReport, type Report, type Revision, type RunReference } from '@flamestep/report';
import { resultSeries } from '../artifact/artifact-names.ts';
import { legKey } from '../comment/comment-key.ts';
import { VERSION } from '../version.ts';

/** What the missing ones are missing from. */
export interface Matrix {
  readonly name: string;
  readonly key: string;
  /** Names of the legs that should have measured. */
  readonly expected: readonly string[];
  readonly head: Revision;
  readonly run: RunReference;
  /** Series of results that are there and were not read, or that nobody knows whether there are any. */
  readonly unread: readonly string[] | 'unknown';
}

/**
 * The reports of a matrix, those of the expected legs first and in that order, with one that says so for each that is missing: what is
 * not there must not read as good news, nor as a job that failed where its result is all that could not be had.
 */
export function completeLegs(reports: readonly Report[], { name, key, expected, head, run, unread }: Matrix): readonly Report[] {
  const complete = expected.map((leg) => reports.find(({ subject }) => subject.leg === leg) ?? missingLeg(leg));
  return [...complete, ...reports.filter(({ subject }) => subject.leg === undefined || !expected.includes(subject.leg))];

  function missingLeg(leg: string): Report {
    const ofLeg = legKey(key, leg);
    return buildReport({
      subject: { name, leg, key: ofLeg, head },
      state: { kind: 'missing', reason: reasonOf(resultSeries(ofLeg)) },
      provenance: { tool: VERSION, run },
    });
  }

  function reasonOf(series: string): string {
    if (unread === 'unknown') return 'its result could not be had from GitHub.';
    return unread.includes(series) ? 'its result could not be read.' : 'its job did not finish.';
  }
}
