import type { EvidenceKind } from '../evidence/evidence-kind.ts';
import { measuresOf } from './measures-of.ts';
import type { Check } from './model.ts';

/** The kinds of evidence that the checks ask for. */
export function kindsAskedFor(
  checks: readonly Check[],
  kinds: Readonly<Record<string, EvidenceKind>>,
): Readonly<Record<string, EvidenceKind>> {
  const asked = new Set(
    checks.flatMap(({ kinds }) => Object.values(kinds).flatMap(({ pass }) => measuresOf(pass).map(({ evidence }) => evidence))),
  );
  return Object.fromEntries(Object.entries(kinds).filter(([id]) => asked.has(id)));
}
