import type { ReportVerdict } from '@flamestep/backstage-plugin-flamestep-common';
import type { ProfileReport, Report, ReportFinding } from '@flamestep/report';

/** The worst first. */
const WORDS = ['slower', 'faster', 'moved', 'inconclusive', 'unchanged'];

/** What a report says in one row; undefined where nothing was compared. */
export function summarizeReport({ state, profiles }: Report): ReportVerdict | undefined {
  const [first] = profiles;
  if (first === undefined || (state.kind !== 'compared' && state.kind !== 'stale-baseline')) return undefined;
  const words = profiles.map(({ verdict }) => verdict).sort((a, b) => rank(a) - rank(b));
  const count = (...verdicts: (keyof ProfileReport['counts'])[]) =>
    profiles.reduce((sum, { counts }) => sum + verdicts.reduce((part, verdict) => part + counts[verdict], 0), 0);
  const finding = greatestFinding(profiles);
  return {
    word: words[0],
    slower: count('slower', 'new'),
    faster: count('faster', 'gone'),
    moved: count('moved'),
    inconclusive: count('inconclusive'),
    ...(finding && { finding }),
    runs: first.runs,
    smallestDetectable: first.smallestDetectable,
  };
}

function rank(verdict: string): number {
  const place = WORDS.indexOf(verdict);
  return place === -1 ? WORDS.length : place;
}

/** Of those that are slower, if any is; by share of the whole. */
function greatestFinding(profiles: readonly ProfileReport[]): ReportVerdict['finding'] {
  const findings = profiles.flatMap(({ sampleType, findings }) =>
    findings.map((finding) => ({ sampleType: sampleType.type, finding })),
  );
  const slower = findings.filter(({ finding }) => isSlower(finding));
  const [greatest] = (slower.length > 0 ? slower : findings).sort((a, b) => size(b.finding) - size(a.finding));
  if (greatest === undefined) return undefined;
  const { name, verdict, share } = greatest.finding;
  return { sampleType: greatest.sampleType, name, verdict, share: { change: share.change, low: share.low, high: share.high } };
}

function isSlower({ verdict }: ReportFinding): boolean {
  return verdict === 'slower' || verdict === 'new';
}

function size({ share }: ReportFinding): number {
  return Math.abs(share.change);
}
