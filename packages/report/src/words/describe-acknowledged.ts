import type { AcknowledgedFinding, ProfileReport } from '../model/report.ts';
import type { Phrase } from './phrase.ts';

/** How many findings of a profile were accepted, those included that were left out to keep the report small. */
export function countAcknowledged({ acknowledged = [], omitted }: ProfileReport): number {
  return acknowledged.length + (omitted.acknowledged ?? 0);
}

/** `Prices are decimals now (until 2026-12-31)`. */
export function describeAcknowledgement({ acknowledged: { reason, until } }: AcknowledgedFinding): Phrase {
  return [{ text: reason }, ...(until === undefined ? [] : [` (until ${until})`])];
}
