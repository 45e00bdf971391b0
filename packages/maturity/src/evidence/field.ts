import type { Combine, EvidenceField, FieldUnit } from './evidence-kind.ts';

/** One field of an evidence kind, with its label in both languages. */
export function field(unit: FieldUnit, en: string, ja: string): EvidenceField {
  return { unit, label: { en, ja } };
}

/** A {@link field} of which several sources are combined in another way than those of its kind. */
export function fieldCombined(combine: Combine, unit: FieldUnit, en: string, ja: string): EvidenceField {
  return { ...field(unit, en, ja), combine };
}
