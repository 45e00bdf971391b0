import { ProfileError } from '../../profile-error.ts';
import type { ValueType } from '../../profile.ts';

/** What a unit of speedscope becomes: the sample type, and how many of its units one of speedscope's is. */
export interface UnitMeaning {
  readonly type: ValueType;
  readonly factor: number;
}

const TIME: ValueType = { type: 'time', unit: 'nanoseconds' };
const UNITS: ReadonlyMap<string, UnitMeaning> = new Map([
  ['none', { type: { type: 'samples', unit: 'count' }, factor: 1 }],
  ['bytes', { type: { type: 'space', unit: 'bytes' }, factor: 1 }],
  ['nanoseconds', { type: TIME, factor: 1 }],
  ['microseconds', { type: TIME, factor: 1e3 }],
  ['milliseconds', { type: TIME, factor: 1e6 }],
  ['seconds', { type: TIME, factor: 1e9 }],
]);

/** The meaning of a unit. speedscope does not say whether a time is processor or wall time, so it is called `time`. */
export function speedscopeUnit(unit: string): UnitMeaning {
  const meaning = UNITS.get(unit);
  if (meaning) return meaning;
  throw new ProfileError('malformed', `"${unit}" is no unit of speedscope; known are ${[...UNITS.keys()].join(', ')}`);
}
