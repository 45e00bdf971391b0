import { compareByteOrder } from '../byte-order.ts';
import type { Profile } from '../profile.ts';
import { usedLabelSets } from './used-label-sets.ts';

/** Units of the numeric labels of a profile. */
export interface NumLabelUnits {
  /** The unit of each key. */
  readonly units: Map<string, string>;
  /** Other units that values of a key have, sorted: worth a warning, because they are not converted. */
  readonly ignored: Map<string, string[]>;
}

/**
 * Finds the unit of each numeric label as pprof does: the first one that a sample gives, else a guess from the key, which is bytes
 * for `request` and `alignment` and the key itself for any other.
 */
export function numLabelUnits({ samples }: Profile): NumLabelUnits {
  const units = new Map<string, string>();
  const ignored = new Map<string, Set<string>>();
  const keys = new Set<string>();
  for (const set of usedLabelSets(samples)) {
    for (const label of samples.labelSets[set].numbers) {
      keys.add(label.key);
      for (const unit of label.units) {
        if (unit === '') continue;
        const wanted = units.get(label.key);
        if (wanted === undefined) units.set(label.key, unit);
        else if (wanted !== unit) ignored.set(label.key, (ignored.get(label.key) ?? new Set()).add(unit));
      }
    }
  }
  for (const key of keys) if (!units.has(key)) units.set(key, key === 'request' || key === 'alignment' ? 'bytes' : key);
  return { units, ignored: new Map([...ignored].map(([key, others]) => [key, [...others].sort(compareByteOrder)])) };
}
