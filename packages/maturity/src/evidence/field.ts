import type { EvidenceField, FieldUnit } from './evidence-kind.ts';

/** One field of an evidence kind, with its label in both languages, and where it differs from its kind. */
export function field(
  unit: FieldUnit,
  en: string,
  ja: string,
  own: Pick<EvidenceField, 'combine' | 'sources'> = {},
): EvidenceField {
  return { unit, label: { en, ja }, ...own };
}
