import type { Condition, Measure } from './condition.ts';

/** Every comparison of a condition, in its order. */
export function measuresOf(condition: Condition): readonly Measure[] {
  return 'least' in condition ? condition.of.flatMap(measuresOf) : [condition];
}
