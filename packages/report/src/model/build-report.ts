import type { Comparison } from '@flamestep/diff';
import type { FlameTree } from '@flamestep/flamegraph';
import { checkValue } from '../schema/check-value.ts';
import { acknowledgeFindings, type Acknowledge, type AcknowledgedProfile } from './acknowledge-findings.ts';
import { reduceProfile, type RowLimits } from './reduce-profile.ts';
import { reduceTrees } from './reduce-trees.ts';
import type {
  Baseline,
  Environment,
  Machine,
  Revision,
  Provenance,
  Recording,
  Report,
  ReportLinks,
  ReportState,
  ReportTree,
  Subject,
} from './report.ts';
import { isReportError } from './report-error.ts';
import { REPORT_LIMITS } from './report-limits.ts';
import { reportSchema } from './report-schema.ts';
import { checkSize } from './read-report.ts';
import { cutMiddle } from './cut-middle.ts';
import { createReportKey } from './create-report-key.ts';

/** What a report is made of. Clock and environment are the caller's. */
export interface ReportParts {
  /** Absent where nothing was compared; `state` then says why. */
  readonly comparison?: Comparison | undefined;
  /** The key is made of name, profile and leg unless given. */
  readonly subject: Omit<Subject, 'key'> & { readonly key?: string };
  /** Default `compared` with a comparison; without one it must be given. */
  readonly state?: ReportState | undefined;
  readonly provenance: Provenance;
  readonly environment?: Environment | undefined;
  readonly baseline?: Baseline | undefined;
  readonly recording?: Recording | undefined;
  readonly links?: ReportLinks | undefined;
  readonly reproduce?: string | undefined;
  /** Sentences beside those of the comparison. */
  readonly notes?: readonly string[] | undefined;
  /** Further sentences, which depend on what was compared. */
  readonly notesOn?: ((comparison: Comparison) => readonly string[]) | undefined;
  /** Takes accepted slowdowns out of the findings; see `ProfileReport.acknowledged`. */
  readonly acknowledge?: Acknowledge | undefined;
  /** Trees with both sides, one a sample type. Pruned until they fit. */
  readonly trees?: readonly FlameTree[] | undefined;
  /** Rows of functions to keep for each sample type; 200 by default, which is the most. */
  readonly maxFunctions?: number | undefined;
}

/** Rows are halved this often until a report fits: functions at once, findings when few functions are left. */
const HALVINGS = 8;
const FINDINGS_FROM = 3;

/**
 * Makes a report of a comparison. Rows are bounded, the greatest changes kept, findings before all others; counts stay those of the
 * whole comparison, and what was left out is counted. Names and sentences lose their middle past `REPORT_LIMITS`. Throws `ReportError`
 * where a number is not finite or a text of the caller does not fit the schema.
 */
export function buildReport(parts: ReportParts): Report {
  const profiles = (parts.comparison?.profiles ?? [])
    .slice(0, REPORT_LIMITS.profiles)
    .map((profile) => acknowledgeFindings(profile, parts.acknowledge));
  const trees = reduceTrees(parts.trees ?? []);
  const most = Math.min(parts.maxFunctions ?? REPORT_LIMITS.rows, REPORT_LIMITS.rows);
  for (let halvings = 0; ; halvings++) {
    const findings = REPORT_LIMITS.rows >> Math.max(0, halvings - FINDINGS_FROM);
    const report = assemble(parts, profiles, trees, { functions: most >> halvings, findings });
    checkValue(report, reportSchema);
    try {
      checkSize(report);
      return report;
    } catch (error) {
      if (halvings === HALVINGS || !isReportError(error) || error.code !== 'too-large') throw error;
    }
  }
}

function assemble(
  parts: ReportParts,
  compared: readonly AcknowledgedProfile[],
  trees: readonly ReportTree[],
  limits: RowLimits,
): Report {
  const { comparison, subject } = parts;
  const profiles = compared.map((profile) => reduceProfile(profile, limits));
  const further = comparison === undefined ? [] : (parts.notesOn?.(comparison) ?? []);
  const notes = [...(comparison?.notes ?? []), ...(parts.notes ?? []), ...further];

  const state =
    parts.state ?? (comparison === undefined ? { kind: 'missing', reason: 'Nothing was compared.' } : { kind: 'compared' });
  return {
    schemaVersion: 1,
    subject: {
      name: cutMiddle(subject.name, REPORT_LIMITS.label),
      key: subject.key ?? createReportKey(subject),
      ...(subject.profile === undefined ? {} : { profile: cutMiddle(subject.profile, REPORT_LIMITS.label) }),
      ...(subject.leg === undefined ? {} : { leg: cutMiddle(subject.leg, REPORT_LIMITS.label) }),
      ...(subject.base === undefined ? {} : { base: cutLabels(subject.base) }),
      head: cutLabels(subject.head),
    },
    state: 'reason' in state ? { ...state, reason: cutMiddle(state.reason, REPORT_LIMITS.sentence) } : state,
    profiles,
    notes: notes.slice(0, REPORT_LIMITS.notes).map((note) => cutMiddle(note, REPORT_LIMITS.sentence)),
    ...(parts.environment === undefined ? {} : { environment: cutMachines(parts.environment) }),
    ...(parts.baseline === undefined ? {} : { baseline: parts.baseline }),
    ...(parts.recording === undefined ? {} : { recording: parts.recording }),
    provenance: parts.provenance,
    ...(parts.links === undefined ? {} : { links: parts.links }),
    ...(parts.reproduce === undefined ? {} : { reproduce: parts.reproduce }),
    ...(trees.length === 0 ? {} : { trees }),
  };
}

function cutMachines({ base, head }: Environment): Environment {
  return { ...(base === undefined ? {} : { base: cutLabels(base) }), head: cutLabels(head) };
}

/** Names of branches, titles and machines; what is no text, or has a form of its own, stays as it is. */
function cutLabels<Fields extends Revision | Machine>(fields: Fields): Fields {
  const cut = Object.entries(fields).map(([key, value]) => [
    key,
    typeof value === 'string' && key !== 'commit' ? cutMiddle(value, REPORT_LIMITS.label) : value,
  ]);
  // The same keys with values of the same types.
  return Object.fromEntries(cut) as Fields;
}
