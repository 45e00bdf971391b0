import { findUnit, UNIT_FAMILIES } from './units.ts';
import type { Unit, UnitFamily } from './units.ts';

/** A value with the unit it is in; the unit is `''` where it says nothing. */
export interface Measurement {
  /** In `unit`. */
  readonly value: number;
  readonly unit: string;
}

/** Names of a wanted unit that ask for the largest unit in which the value is at least 1. */
const AUTOMATIC: ReadonlySet<string> = new Set(['minimum', 'auto']);
/** Wanted units that are not worth printing after a value of an unknown unit. */
const SILENT: ReadonlySet<string> = new Set(['count', 'sample', 'unit', 'minimum', 'auto']);

/**
 * Converts an integer from one unit to another. `toUnit` `'auto'` or `'minimum'` picks the unit in which the value reads best.
 *
 * A wanted unit of another family gives the fallback of the value's own (bytes, seconds, GCU). A value whose unit is unknown is
 * returned as it is, with the wanted unit as its name. Units are those of pprof: memory, time and GCU, in many spellings.
 */
export function scale(value: number, fromUnit: string, toUnit: string): Measurement {
  if (value < 0) {
    const positive = scale(0 - value, fromUnit, toUnit);
    return { value: 0 - positive.value, unit: positive.unit };
  }
  for (const family of UNIT_FAMILIES) {
    const from = findUnit(family, fromUnit);
    if (from) return convert(family, value * from.factor, toUnit);
  }
  return { value, unit: SILENT.has(toUnit) ? '' : toUnit };
}

function convert(family: UnitFamily, baseValue: number, toUnit: string): Measurement {
  const found = AUTOMATIC.has(toUnit) ? readableUnit(family, baseValue) : findUnit(family, toUnit);
  const target = found ?? family.fallback;
  return { value: baseValue / target.factor, unit: target.name };
}

function readableUnit(family: UnitFamily, baseValue: number): Unit | undefined {
  return family.units.findLast((unit) => baseValue / unit.factor >= 1);
}
