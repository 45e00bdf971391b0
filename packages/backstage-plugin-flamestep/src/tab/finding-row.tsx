import type { AssessedEvidence, AssessedFinding, UnknownReason } from '@flamestep/backstage-plugin-flamestep-common';
import { Mark } from '../parts/mark.tsx';
import { OutcomeMark } from '../parts/outcome-mark.tsx';
import { SafeLink } from '../parts/safe-link.tsx';
import { formatAge, formatDay } from '../words/format-time.ts';

const REASONS: Readonly<Record<UnknownReason, string>> = {
  unbound: 'not asked: no source is named in o11y.yaml',
  unauthorised: 'the source refused access',
  'source-error': 'the source failed',
  'insufficient-history': 'the source keeps too short a history',
  'low-n': 'too few events to judge',
  resolution: 'the data are too coarse',
  stale: 'the evidence is too old',
  'no-data': 'the source has nothing on this',
};

interface FindingRowProps {
  readonly finding: AssessedFinding;
  readonly evidence: Readonly<Record<string, AssessedEvidence>>;
  readonly now: number;
}

/** A check in one row. */
export function FindingRow({ finding, evidence, now }: FindingRowProps) {
  const { outcome, measures, text, check, gating, premature, stale, declaredOnly, reason, until } = finding;
  const rests = [...new Set(measures.map(({ rests: id }) => id))].flatMap((id) => evidence[id ?? ''] ?? []);
  const telling = outcome === 'pass' ? measures : [...measures].sort((a, b) => rank(a.state) - rank(b.state));
  const oldest = rests.map(({ observedAt }) => observedAt).sort()[0];
  return (
    <tr>
      <td data-label="Outcome">
        <OutcomeMark outcome={outcome} />
        {premature && <Mark name="premature">Too early</Mark>}
        {stale && <Mark name="stale">Stale</Mark>}
      </td>
      <td data-label="Check">
        <b>{text.en.title}</b>
        <span className="fsp-xs fsp-muted">
          {check}
          {gating && ' · gate'}
          {declaredOnly && ' · declared only, half counts'}
        </span>
        {outcome !== 'pass' && outcome !== 'not-applicable' && (
          <details className="fsp-xs">
            <summary>Why, and what to do</summary>
            {text.en.motivation} {text.en.remediation} <SafeLink href={finding.docs}>Read more</SafeLink>
          </details>
        )}
      </td>
      <td data-label="Value, threshold">
        {outcome === 'exempt' && <span>not asked{until !== undefined && ` until ${formatDay(until, now)}`}</span>}
        {outcome === 'unknown' && reason !== undefined && <span>{REASONS[reason]}</span>}
        {outcome !== 'exempt' &&
          telling.slice(0, 2).map(({ words, evidence: kind, field }) => <span key={`${kind}.${field}`}>{words.en}</span>)}
        {outcome !== 'exempt' && telling.length > 2 && (
          <details className="fsp-xs">
            <summary>{telling.length - 2} more</summary>
            {telling.slice(2).map(({ words, evidence: kind, field }) => (
              <span key={`${kind}.${field}`}>
                {words.en}
                <br />
              </span>
            ))}
          </details>
        )}
      </td>
      <td data-label="Evidence: query and source">
        {rests.length === 0 && <span className="fsp-muted">none</span>}
        {rests.slice(0, 2).map((one) => (
          <span key={one.id}>
            <code>{one.query}</code>
            <span className="fsp-xs fsp-muted">
              <SafeLink href={one.url}>
                {one.source.type}, {one.source.instance}
              </SafeLink>{' '}
              · {one.basis}
              {one.failingSince !== undefined && ` · not answering since ${formatDay(one.failingSince, now)}`}
            </span>
          </span>
        ))}
        {rests.length > 2 && <span className="fsp-xs fsp-muted">and {rests.length - 2} more</span>}
      </td>
      <td data-label="Age" className="fsp-num">
        {oldest === undefined ? 'never' : formatAge(oldest, now)}
      </td>
    </tr>
  );
}

function rank(state: 'met' | 'missed' | 'unknown'): number {
  return ['missed', 'unknown', 'met'].indexOf(state);
}
