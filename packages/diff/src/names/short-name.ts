import { nameParts } from './name-parts.ts';

/** The last of the parts of a name: `Valid` of `encoding/json.Valid`. */
export function shortName(family: string): string {
  return nameParts(family).at(-1) ?? '';
}
