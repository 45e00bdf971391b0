import type { Evidence } from '@flamestep/maturity';
import type { KeptEvidence } from '../store/DatabaseAssessmentStore.ts';

/** A source that said nothing at all this time. */
export interface SilentSource {
  readonly type: string;
  readonly instance: string;
}

/** What means that the source failed; the other reasons are answers. */
const FAILURES = ['source-error', 'unauthorised'];

/**
 * What is known now: what was collected, and where a source failed what it said last, marked with the time since when. A source
 * that is asked no longer is forgotten.
 */
export function mergeEvidence(
  collected: readonly Evidence[],
  silent: readonly SilentSource[],
  before: readonly KeptEvidence[],
  now: string,
): KeptEvidence[] {
  // Ids are chosen by collectors, and two may choose the same; then the last counts.
  const unique = [...new Map(collected.map((evidence) => [evidence.id, evidence])).values()];
  const last = new Map(before.map((kept) => [kept.evidence.id, kept]));
  const asked = new Set(collected.map(({ id }) => id));
  const keep = ({ evidence, failingSince }: KeptEvidence): KeptEvidence => ({ evidence, failingSince: failingSince ?? now });
  return [
    ...unique.map((evidence) => {
      const kept = last.get(evidence.id);
      const hasFailed = evidence.unavailable !== undefined && FAILURES.includes(evidence.unavailable.reason);
      if (!hasFailed) return { evidence };
      return kept?.evidence.values ? keep(kept) : { evidence, failingSince: kept?.failingSince ?? now };
    }),
    ...before
      .filter(
        ({ evidence: { id, source } }) =>
          !asked.has(id) && silent.some(({ type, instance }) => source.type === type && source.instance === instance),
      )
      .map(keep),
  ];
}
