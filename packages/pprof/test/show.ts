import type { LabelSet, Profile } from '../src/profile.ts';

/** Prints the samples of a profile in their order, in the form that `profileOf` reads: `['main;parse;alloc 30', 'main;render 12']`. */
export function show(profile: Profile): string[] {
  const { samples, stacks } = profile;
  const lines: string[] = [];
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample]!;
    const frames: string[] = [];
    for (let i = stacks.start[stack + 1]! - 1; i >= stacks.start[stack]!; i--)
      frames.push(showLocation(profile, stacks.locations[i]!));
    const values = samples.values.map((column) => (Object.is(column[sample], -0) ? '-0' : String(column[sample])));
    const labels = showLabels(samples.labelSets[samples.labelSet[sample]!]!);
    lines.push(`${frames.length === 0 ? '(empty)' : frames.join(';')} ${values.join(' ')}${labels && ` {${labels}}`}`);
  }
  return lines;
}

/** Prints one location as a frame of `show`, outermost line first. */
export function showLocation(profile: Profile, location: number): string {
  const { locations, functions, mappings } = profile;
  const file = mappings[locations.mapping[location]!]?.file;
  const address = locations.address[location] === 0n ? '' : `0x${locations.address[location]!.toString(16)}`;
  const names: string[] = [];
  for (let i = locations.lineStart[location + 1]! - 1; i >= locations.lineStart[location]!; i--) {
    const index = locations.lineFunction[i]!;
    const place = [functions.filename[index], locations.lineNumber[i] || '', locations.lineColumn[i] || '']
      .join(':')
      .replace(/:+$/, '');
    names.push(functions.name[index]! + (place && `@${place}`));
  }
  const text = names.length === 0 ? address || '0x0' : names.join(' > ') + (address && `#${address}`);
  return (file ? `${file}!` : '') + text;
}

/** Prints the types of the values: `'samples/count cpu/nanoseconds'`. */
export function showSampleTypes(profile: Profile): string {
  return profile.sampleTypes.map(({ type, unit }) => `${type}/${unit}`).join(' ');
}

function showLabels({ strings, numbers }: LabelSet): string {
  return [
    ...strings.flatMap(({ key, values }) => values.map((value) => `${key}=${value}`)),
    ...numbers.flatMap(({ key, values, units }) => values.map((value, i) => `${key}:${value}${units[i] ?? ''}`)),
  ].join(', ');
}
