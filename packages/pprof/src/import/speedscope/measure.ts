import { ProfileError } from '../../profile-error.ts';
import type { ImportContext } from '../import-context.ts';
import type { UnitMeaning } from './speedscope-unit.ts';

/** How one profile of a speedscope file counts: in which column, with which labels, in which unit. */
export class Measure {
  readonly column: number;
  readonly labelSet: number;
  readonly #unit: UnitMeaning;
  readonly #context: ImportContext;

  constructor(column: number, labelSet: number, unit: UnitMeaning, context: ImportContext) {
    this.column = column;
    this.labelSet = labelSet;
    this.#unit = unit;
    this.#context = context;
  }

  /**
   * `value` in the unit of the column. Times are rounded to the nanosecond; counts and bytes are whole already, or it is a fault.
   */
  amount(value: number, place: () => string): number {
    const { factor, type } = this.#unit;
    const exact = value * factor;
    const amount = Math.round(exact);
    if (!Number.isSafeInteger(amount)) {
      throw new ProfileError('out-of-range', `${place()}: ${value} is past 2^53 ${type.unit}`);
    }
    if (amount !== exact && type.unit !== 'nanoseconds') {
      const message = `${place()}: ${value} is not a whole number of ${type.unit}`;
      this.#context.repairs.fault('fraction', 'malformed', message, 'rounded');
    }
    return amount + 0; // -0 becomes 0
  }
}
