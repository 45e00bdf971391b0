import fc from 'fast-check';
import { ProfileBuilder } from '../src/index.ts';
import type { BuilderHeader, BuilderLabel, BuilderLocation, Mapping, Profile, ValueType } from '../src/index.ts';

/** Any text that UTF-8 can hold, mostly short and mostly repeating. */
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 'a', 'main', 'parse', 'λ', '/src/a.go') },
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const someText = anyText.filter((text) => text !== '');
const anyUint64 = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.bigInt({ min: 0n, max: 5000n }));
const anyInt64 = fc.oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: -5n, max: 5n }));
const anyInteger = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -3, max: 300 }));
const anyLine = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 300 }) }, fc.maxSafeInteger());

const anyMapping: fc.Arbitrary<Mapping> = fc.record({
  start: anyUint64,
  limit: anyUint64,
  offset: anyUint64,
  file: anyText,
  buildId: anyText,
  hasFunctions: fc.boolean(),
  hasFilenames: fc.boolean(),
  hasLineNumbers: fc.boolean(),
  hasInlineFrames: fc.boolean(),
});

/** Labels that profile.proto can hold: an empty text, or 0 without a unit, is the same as no label there. */
const anyLabel: fc.Arbitrary<BuilderLabel> = fc.oneof(
  fc.record({ key: anyText, string: someText }),
  fc.record({ key: anyText, number: anyInt64, unit: someText }),
  fc.record({ key: anyText, number: anyInt64.filter((number) => number !== 0n) }),
);

const anyHeader: fc.Arbitrary<BuilderHeader> = fc.record({
  defaultSampleType: anyText,
  dropFrames: anyText,
  keepFrames: anyText,
  timeNanos: anyInt64,
  // -2^63 is left out: pprof overflows where it turns its sign to print it.
  durationNanos: anyInt64.filter((duration) => duration !== -(2n ** 63n)),
  periodType: fc.record({ type: anyText, unit: anyText }),
  period: anyInteger,
  comments: fc.array(anyText, { maxLength: 4 }),
  docUrl: anyText,
});

interface Parts {
  readonly mappings: readonly Mapping[];
  readonly functions: readonly {
    readonly name: string;
    readonly systemName: string;
    readonly filename: string;
    readonly startLine: number;
  }[];
  readonly locations: readonly BuilderLocation[];
  readonly stacks: readonly (readonly number[])[];
  readonly labelSets: readonly (readonly BuilderLabel[])[];
  readonly header: BuilderHeader;
}

/** Index into a table of `length` entries; -1 stands for none and is all there is in an empty table. */
const indexIn = (length: number): fc.Arbitrary<number> => (length === 0 ? fc.constant(-1) : fc.nat(length - 1));

const anyParts: fc.Arbitrary<Parts> = fc
  .record({
    mappings: fc.array(anyMapping, { maxLength: 3 }),
    functions: fc.array(fc.record({ name: anyText, systemName: anyText, filename: anyText, startLine: anyLine }), {
      maxLength: 6,
    }),
  })
  .chain(({ mappings, functions }) =>
    fc.record({
      mappings: fc.constant(mappings),
      functions: fc.constant(functions),
      locations: fc.array(
        fc.record({
          mapping: fc.oneof(indexIn(mappings.length), fc.constant(-1)),
          address: anyUint64,
          isFolded: fc.boolean(),
          lines:
            functions.length === 0
              ? fc.constant([])
              : fc.array(fc.record({ function: indexIn(functions.length), line: anyLine, column: anyLine }), { maxLength: 3 }),
        }),
        { maxLength: 8 },
      ),
    }),
  )
  .chain(({ locations, ...rest }) =>
    fc.record({
      mappings: fc.constant(rest.mappings),
      functions: fc.constant(rest.functions),
      locations: fc.constant(locations),
      stacks: fc.array(fc.array(indexIn(locations.length), { maxLength: locations.length === 0 ? 0 : 7 }), {
        minLength: 1,
        maxLength: 8,
      }),
      labelSets: fc.array(fc.array(anyLabel, { maxLength: 4 }), { maxLength: 4 }),
      header: anyHeader,
    }),
  );

const anyType = fc.record({ type: anyText, unit: fc.constantFrom('', 'count', 'nanoseconds', 'bytes', 'kilobytes') });
const anyTypes = fc.array(anyType, { minLength: 1, maxLength: 3 });
/** Types are compared by their names, so that two of one name cannot be. */
const distinctTypes = fc.uniqueArray(anyType, { minLength: 1, maxLength: 3, selector: ({ type }) => type });

function withSamples(types: readonly ValueType[], value: fc.Arbitrary<number>, header?: BuilderHeader): fc.Arbitrary<Profile> {
  return anyParts.chain((parts) =>
    fc
      .array(
        fc.record({
          stack: indexIn(parts.stacks.length),
          values: fc.tuple(...types.map(() => value)),
          labelSet: fc.nat(parts.labelSets.length),
        }),
        { maxLength: 12 },
      )
      .map((samples) => {
        const builder = new ProfileBuilder(types);
        for (const mapping of parts.mappings) builder.addMapping(mapping);
        for (const { name, ...details } of parts.functions) builder.addFunction(name, details);
        for (const location of parts.locations) builder.addLocation(location);
        for (const stack of parts.stacks) builder.addStack(stack);
        const labelSets = [0, ...parts.labelSets.map((labels) => builder.addLabelSet(labels))];
        for (const { stack, values, labelSet } of samples) builder.addSample(stack, values, labelSets[labelSet] ?? 0);
        return builder.build({ ...parts.header, ...header });
      }),
  );
}

/** Any valid profile, with everything that profile.proto can hold. */
export const anyProfile: fc.Arbitrary<Profile> = anyTypes.chain((types) => withSamples(types, anyInteger));

/** Small enough that sums of a few profiles stay exact. */
const smallValue = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
/** The same period type, and durations that can be added up. */
const COMPARABLE = { periodType: { type: 'cpu', unit: 'nanoseconds' }, durationNanos: 1_000_000_000n };

/** `count` profiles of the same types, which can be merged and compared. */
export function comparableProfiles(count: number, value: fc.Arbitrary<number> = smallValue): fc.Arbitrary<Profile[]> {
  return distinctTypes.chain((types) => {
    const one = withSamples(types, value, COMPARABLE);
    return fc.array(one, { minLength: count, maxLength: count });
  });
}

/** A value as profilers write them: never negative. */
export const naturalValue = fc.nat(2 ** 31 - 1);
