import type { Profile } from '../src/index.ts';

/** Throws unless every index of the profile points into its table, and every column has the length of its table. */
export function checkProfile(profile: Profile): void {
  const { sampleTypes, samples, stacks, locations, functions, mappings } = profile;
  const check = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`an invalid profile was made: ${what}`);
  };
  const inside = (column: Uint16Array | Int32Array, from: number, length: number, what: string) =>
    check(
      column.every((index) => index >= from && index < length),
      what,
    );
  const offsets = (column: Uint32Array, length: number, end: number, what: string) =>
    check(
      column.length === length + 1 &&
        column[0] === 0 &&
        column[length] === end &&
        column.every((at, i) => i === 0 || at >= column[i - 1]!),
      what,
    );
  check(samples.values.length === sampleTypes.length, 'columns of values');
  check(
    samples.values.every((column) => column.length === samples.length && column.every(Number.isSafeInteger)),
    'values',
  );
  check(samples.stack.length === samples.length && samples.labelSet.length === samples.length, 'columns of samples');
  inside(samples.stack, 0, stacks.length, 'stacks of samples');
  inside(samples.labelSet, 0, samples.labelSets.length, 'label sets of samples');
  offsets(stacks.start, stacks.length, stacks.locations.length, 'offsets of stacks');
  inside(stacks.locations, 0, locations.length, 'locations of stacks');
  offsets(locations.lineStart, locations.length, locations.lineFunction.length, 'offsets of lines');
  inside(locations.lineFunction, 0, functions.length, 'functions of lines');
  inside(locations.mapping, -1, mappings.length, 'mappings of locations');
  check(locations.mapping.length === locations.length && locations.address.length === locations.length, 'columns of locations');
  const { name, systemName, filename, startLine } = functions;
  check(
    [name, systemName, filename, startLine].every((column) => column.length === functions.length),
    'columns of functions',
  );
}
