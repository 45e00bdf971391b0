import { parseTime } from '../time.ts';
import type { Fault } from '../yaml/find-faults.ts';
import { readDocument } from '../yaml/read-document.ts';
import type { Evidence } from './evidence.ts';
import { evidenceSchema } from './evidence-schema.ts';

/** Longer files of evidence are not read: a service has some tens of records of at most some kilobytes. */
const LONGEST_EVIDENCE = 4 * 1024 * 1024;

/**
 * Reads evidence that was kept as JSON: a list of records as collectors make them, checked field by field, because whoever wrote the file
 * could have written anything. What it says is not made true by that. Throws `MaturityError`: `too-large`, or `invalid-manifest` with the
 * line of every fault.
 */
export function readEvidence(text: string): readonly Evidence[] {
  const { value, refuse } = readDocument(text, evidenceSchema, 'evidence', LONGEST_EVIDENCE);
  // The schema has seen to it, but for what is checked next.
  const records = value as readonly Evidence[];
  refuse(records.flatMap((record, index) => faultsOf(record).map(({ path, message }) => ({ path: [index, ...path], message }))));
  const seen = new Set<string>();
  refuse(
    records.flatMap(({ id }, index) => {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew ? [] : [{ path: [index, 'id'], message: 'stands at an earlier record too; ids are unique' }];
    }),
  );
  return records;
}

function faultsOf({ values, unavailable, observedAt, window }: Evidence): Fault[] {
  const faults: Fault[] = [];
  if ((values === undefined) === (unavailable === undefined)) {
    faults.push({ path: [], message: 'needs either values, or unavailable with a reason' });
  }
  for (const [field, value] of Object.entries<unknown>(values ?? {})) {
    const isValue = value === null || typeof value === 'boolean' || Number.isFinite(value);
    if (!isValue) faults.push({ path: ['values', field], message: 'is no finite number, true, false or null' });
  }
  const moments = { observedAt, ...(window && { from: window.from, to: window.to }) };
  for (const [field, moment] of Object.entries(moments)) {
    if (!Number.isNaN(parseTime(moment))) continue;
    const path = field === 'observedAt' ? [field] : ['window', field];
    faults.push({ path, message: 'is no moment; write it as 2026-11-16T12:00:00Z' });
  }
  return faults;
}
