import type { Change, FunctionComparison, MovedFunction } from '@flamestep/diff';
import type { Acknowledged, AcknowledgedProfile } from './acknowledge-findings.ts';
import { cutMiddle } from './cut-middle.ts';
import type { AcknowledgedFinding, ProfileReport, ReportFinding, ReportFunction } from './report.ts';
import { REPORT_LIMITS } from './report-limits.ts';
import { roundFraction } from './round-fraction.ts';

/** How many rows of a sample type are kept. */
export interface RowLimits {
  readonly functions: number;
  /** Findings, indications and what was acknowledged, each. */
  readonly findings: number;
}

/** A sample type with at most so many rows. */
export function reduceProfile({ profile, acknowledged }: AcknowledgedProfile, limits: RowLimits): ProfileReport {
  // What got slower or faster says more than what only moved, whatever its size.
  const findings = [...profile.findings].sort((a, b) => Number(a.verdict === 'moved') - Number(b.verdict === 'moved'));
  const kept = findings.slice(0, limits.findings);
  const accepted = acknowledged.slice(0, limits.findings);
  const functions = keepRows(profile.functions, [...kept, ...accepted.map(({ finding }) => finding)], limits.functions);
  const indications = profile.indications.slice(0, limits.findings);
  return {
    sampleType: profile.sampleType,
    verdict: profile.verdict,
    method: profile.method,
    runs: profile.runs,
    samples: profile.samples,
    normalization: profile.normalization,
    whole: { ...reduceChange(profile.whole), verdict: profile.whole.verdict },
    thresholds: profile.thresholds,
    noiseFloor: roundFraction(profile.noiseFloor),
    smallestDetectable: Math.min(1, roundFraction(profile.smallestDetectable)),
    ...(profile.runsNeeded === undefined ? {} : { runsNeeded: profile.runsNeeded }),
    counts: profile.counts,
    functions: functions.map(reduceFunction),
    findings: kept.map(reduceFinding),
    indications: indications.map(reduceFinding),
    ...(accepted.length === 0 ? {} : { acknowledged: accepted.map(reduceAcknowledged) }),
    omitted: {
      functions: profile.functions.length - functions.length,
      findings: findings.length - kept.length,
      indications: profile.indications.length - indications.length,
      ...(accepted.length === acknowledged.length ? {} : { acknowledged: acknowledged.length - accepted.length }),
    },
    prior: profile.prior,
  };
}

/** Findings first, then the greatest changes, in the order they came. */
function keepRows(
  functions: readonly FunctionComparison[],
  findings: readonly FunctionComparison[],
  rows: number,
): readonly FunctionComparison[] {
  if (functions.length <= rows) return functions;
  const found = new Set(findings);
  const room = Math.max(0, rows - found.size);
  const others = new Set(functions.filter((one) => !found.has(one)).slice(0, room));
  return functions.filter((one) => found.has(one) || others.has(one)).slice(0, rows);
}

function reduceFunction(row: FunctionComparison): ReportFunction {
  return {
    name: cutName(row.name),
    file: cutName(row.file),
    startLine: row.startLine,
    verdict: row.verdict,
    ...reduceChange(row),
    share: reduceChange(row.share),
    ...(row.p === undefined ? {} : { p: roundFraction(row.p) }),
    ...(row.thresholds === undefined ? {} : { thresholds: row.thresholds }),
    samples: { base: row.samples.base, head: row.samples.head },
    total: reduceChange(row.total),
  };
}

function reduceFinding(row: FunctionComparison): ReportFinding {
  const { moved, path, touched } = row;
  return {
    ...reduceFunction(row),
    ...(row.hotLine === undefined ? {} : { hotLine: row.hotLine }),
    ...(moved === undefined ? {} : { moved: { kind: moved.kind, from: cutMoved(moved.from), to: cutMoved(moved.to) } }),
    ...(path === undefined
      ? {}
      : {
          // The far end is the finding: callers near the root are the ones to go.
          path: path.slice(-REPORT_LIMITS.pathSteps).map((step) => ({
            name: cutName(step.name),
            file: cutName(step.file),
            line: step.line,
            base: roundFraction(step.base),
            head: roundFraction(step.head),
          })),
        }),
    ...(touched === undefined
      ? {}
      : {
          touched: touched
            .slice(0, REPORT_LIMITS.touches)
            .map(({ file, line, name, role }) => ({ file: cutName(file), line, name: cutName(name), role })),
        }),
  };
}

function reduceAcknowledged({ finding, acknowledged: { reason, until } }: Acknowledged): AcknowledgedFinding {
  return {
    ...reduceFinding(finding),
    acknowledged: { reason: cutMiddle(reason, REPORT_LIMITS.sentence), ...(until === undefined ? {} : { until }) },
  };
}

function cutMoved(functions: readonly MovedFunction[]): MovedFunction[] {
  return functions.slice(0, 20).map(({ name, file }) => ({ name: cutName(name), file: cutName(file) }));
}

function cutName(name: string): string {
  return cutMiddle(name, REPORT_LIMITS.name);
}

function reduceChange({ base, head, change, low, high }: Change): Change {
  return {
    base: roundFraction(base),
    head: roundFraction(head),
    change: roundFraction(change),
    low: roundFraction(low),
    high: roundFraction(high),
  };
}
