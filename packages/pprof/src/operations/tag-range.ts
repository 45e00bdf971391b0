import { scale } from '../measurement/scale.ts';
import { ProfileError } from '../profile-error.ts';

/** Whether a value with a unit lies in a range. */
export type TagRange = (value: bigint, unit: string) => boolean;

const QUANTITY = /([+-]?[0-9]+)([A-Za-z]+)?/g;

/**
 * Reads a range of label values: `32kb` (just that), `:64kb` (at most), `4mb:` (at least), `12kb:64mb` (both ends included).
 * Values are converted to the unit of the range. Those of another kind of unit are outside, those of a unit that nobody knows are
 * taken to be in that of the range. A text of any other form, or with ends of different kinds, is no range and gives `undefined`.
 *
 * Throws `ProfileError` `incompatible` for a number of more than 64 bits.
 */
export function parseTagRange(text: string): TagRange | undefined {
  const [first, second] = text.matchAll(QUANTITY);
  if (!first) return undefined;
  const { value: low, unit } = quantity(first[1], first[2], first[2]);
  const within = (isInside: (value: number) => boolean): TagRange => {
    return (value, from) => {
      const scaled = scale(Number(value), from, unit);
      return scaled.unit === unit && isInside(scaled.value);
    };
  };
  if (!second) {
    if (text === first[0]) return within((value) => value === low);
    if (text === `${first[0]}:`) return within((value) => value >= low);
    if (text === `:${first[0]}`) return within((value) => value <= low);
    return undefined;
  }
  if (text !== `${first[0]}:${second[0]}`) return undefined;
  const high = quantity(second[1], second[2], unit);
  return high.unit === unit ? within((value) => value >= low && value <= high.value) : undefined;
}

function quantity(digits: string, unit = '', toUnit = '') {
  const number = BigInt(digits.replace('+', ''));
  if (BigInt.asIntN(64, number) !== number) {
    throw new ProfileError('incompatible', `${digits} in a label range has more than 64 bits; use a coarser unit`);
  }
  return scale(Number(number), unit, toUnit);
}
