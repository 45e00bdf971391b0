import { scale as scaleValue } from '../measurement/scale.ts';
import { findUnit, UNIT_FAMILIES } from '../measurement/units.ts';
import { ProfileError } from '../profile-error.ts';
import type { Profile, ValueType } from '../profile.ts';
import { valueTypeText } from './merge/combine-headers.ts';
import { scale } from './scale.ts';

/**
 * Gives profiles the same units: for each sample type, by place, and for the period the finest unit that any of them has. Type
 * names may differ in a plural s. Values are multiplied as {@link scale} says, the period is truncated.
 *
 * Throws `ProfileError` `incompatible` for another number of sample types, for types of other names and for units that cannot be
 * converted, `out-of-range` where a value passes 2^53 in the finer unit.
 */
export function unifyUnits(profiles: readonly Profile[]): Profile[] {
  if (profiles.length < 2) return [...profiles];
  const [first, ...others] = profiles;
  if (others.some((other) => other.sampleTypes.length !== first.sampleTypes.length)) {
    const counts = profiles.map((profile) => profile.sampleTypes.length).join(', ');
    throw new ProfileError('incompatible', `the profiles have different numbers of sample types: ${counts}`);
  }
  const periodUnit = finestUnit(profiles.map((profile) => profile.periodType));
  const units = first.sampleTypes.map((_, i) => finestUnit(profiles.map((profile) => profile.sampleTypes[i])));
  return profiles.map((profile) => convert(profile, units, periodUnit));
}

function convert(profile: Profile, units: readonly string[], periodUnit: string): Profile {
  const { periodType, sampleTypes } = profile;
  const period = Math.trunc(scaleValue(profile.period, periodType.unit, periodUnit).value);
  if (!Number.isSafeInteger(period)) {
    throw new ProfileError(
      'out-of-range',
      `the period passes 2^53 ${periodUnit}; give the profiles a coarser unit of the period`,
    );
  }
  return scale(
    {
      ...profile,
      sampleTypes: sampleTypes.map((type, i) => withUnit(type, units[i])),
      periodType: withUnit(periodType, periodUnit),
      period,
    },
    sampleTypes.map((type, i) => scaleValue(1, type.unit, units[i]).value),
  );
}

function withUnit(type: ValueType, unit: string): ValueType {
  return type.unit === unit ? type : { type: type.type, unit };
}

function finestUnit(types: readonly ValueType[]): string {
  let finest = types[0];
  for (const type of types.slice(1)) {
    if (!areConvertible(finest, type)) {
      throw new ProfileError('incompatible', `${valueTypeText(finest)} and ${valueTypeText(type)} cannot be put into one unit`);
    }
    if (scaleValue(1, type.unit, finest.unit).value < 1) finest = type;
  }
  return finest.unit;
}

function areConvertible(a: ValueType, b: ValueType): boolean {
  if (singular(a.type) !== singular(b.type)) return false;
  return a.unit === b.unit || UNIT_FAMILIES.some((family) => findUnit(family, a.unit) && findUnit(family, b.unit));
}

function singular(type: string): string {
  return type.endsWith('s') ? type.slice(0, -1) : type;
}
