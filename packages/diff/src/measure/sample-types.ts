import type { Profile, ValueType } from '@flamestep/pprof';
import { DiffError } from '../diff-error.ts';

/** A sample type that can be compared. */
export interface CommonType {
  readonly sampleType: ValueType;
  /** Its column in each profile. */
  readonly columns: readonly number[];
}

/** The sample types that every run of both sides has, in the head's order, and what is to be said of the others. */
export interface CommonTypes {
  readonly types: readonly CommonType[];
  readonly notes: readonly string[];
}

/**
 * Finds what can be compared. The number of samples beside what they measure is no type of its own: it would say the same twice. Throws a
 * {@link DiffError} where nothing is left, or where a type of `wanted` is missing.
 */
export function commonTypes(profiles: readonly Profile[], headFrom: number, wanted: readonly string[] | undefined): CommonTypes {
  const sides = [profiles.slice(0, headFrom), profiles.slice(headFrom)].map((runs) => runs.map(({ sampleTypes }) => sampleTypes));
  const known = [...sides[1][0], ...sides.flat(2)].filter((type, i, all) => all.findIndex((each) => isSame(each, type)) === i);
  const notes: string[] = [];
  const common: CommonType[] = [];
  for (const sampleType of known) {
    if (wanted && !wanted.includes(sampleType.type)) continue;
    const columns = profiles.map((profile) => profile.sampleTypes.findIndex((type) => isSame(type, sampleType)));
    if (!columns.includes(-1)) common.push({ sampleType, columns });
    else notes.push(missing(sampleType, columns.slice(0, headFrom), columns.slice(headFrom)));
  }
  const types = wanted ? common : common.filter(({ sampleType }) => !isSampleCount(sampleType, common));
  const lacking = wanted?.find((name) => !types.some(({ sampleType }) => sampleType.type === name));
  if (lacking !== undefined || types.length === 0) {
    const names = (side: readonly (readonly ValueType[])[]) =>
      side[0].map(({ type, unit }) => `${type} (${unit})`).join(', ') || 'none';
    throw new DiffError(
      'no-common-type',
      `${lacking === undefined ? 'no sample type is in all runs of base and head' : `the sample type "${lacking}" is not in all runs`}: base has ${names(sides[0])}; head has ${names(sides[1])}`,
    );
  }
  return { types, notes };
}

function missing({ type, unit }: ValueType, base: readonly number[], head: readonly number[]): string {
  const lacks = (columns: readonly number[]) => columns.filter((column) => column === -1).length;
  const where = [
    ['base', base],
    ['head', head],
  ] as const;
  const sides = where
    .filter(([, columns]) => lacks(columns) > 0)
    .map(([side, columns]) =>
      lacks(columns) === columns.length ? side : `${lacks(columns)} of ${columns.length} runs of ${side}`,
    );
  return `${type} (${unit}) is not compared: ${sides.join(' and ')} did not record it.`;
}

function isSampleCount({ type, unit }: ValueType, common: readonly CommonType[]): boolean {
  return (
    (type === 'samples' || type === 'sample') && unit === 'count' && common.some(({ sampleType }) => sampleType.unit !== 'count')
  );
}

function isSame(a: ValueType, b: ValueType): boolean {
  return a.type === b.type && a.unit === b.unit;
}
