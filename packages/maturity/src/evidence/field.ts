import type { EvidenceField, FieldUnit } from './evidence-kind.ts';

/** One field of an evidence kind, with its label in both languages. */
export function field(unit: FieldUnit, en: string, ja: string): EvidenceField {
  return { unit, label: { en, ja } };
}
