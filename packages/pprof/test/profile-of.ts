import { ProfileBuilder } from '../src/profile-builder.ts';
import type { BuilderHeader, BuilderLabel, BuilderLine } from '../src/profile-builder.ts';
import type { Mapping, Profile, ValueType } from '../src/profile.ts';

/** What a line of text cannot say. Header fields of the profile stand beside these. */
export interface ProfileOfOptions extends Omit<BuilderHeader, 'periodType'> {
  /** `'samples/count cpu/nanoseconds'`; `'samples/count'` where left out. */
  readonly sampleTypes?: string;
  /** `'cpu/nanoseconds'`. */
  readonly periodType?: string;
  /** Details of functions, by name. */
  readonly functions?: Readonly<Record<string, { readonly systemName?: string; readonly startLine?: number }>>;
  /** Mappings in order, by file; those that appear only in frames follow. */
  readonly mappings?: Readonly<Record<string, Partial<Mapping>>>;
}

/**
 * Builds a profile from stacks as text, root first, with one value for each sample type:
 *
 *     profileOf('main;parse;alloc 30', 'main;render 12')
 *     profileOf({ sampleTypes: 'samples/count cpu/ns' }, 'main;parse 1 10000 {thread=worker, bytes:16kb}')
 *
 * - `name@file.go:12:3` is a frame with a file, a line and a column, of which the later ones may be left out.
 * - `caller > inlined` is one location with two lines; the part right of `>` is inlined into the left one.
 * - `libc.so!malloc` is a frame of a mapping, `libc.so!0x12ab` or `0x12ab` an address without a function.
 *   `name#0x12ab` is a function at an address.
 * - `(empty) 3` is a sample without a stack.
 * - In braces, `key=value` is a text label and `key:16kb` a numeric one with its unit.
 *
 * The same frame text is the same location, the same name and file the same function, wherever they appear.
 */
export function profileOf(...input: readonly [ProfileOfOptions, ...string[]] | readonly string[]): Profile {
  const [first, ...rest] = input;
  const options = typeof first === 'object' ? first : {};
  const lines = typeof first === 'string' ? [first, ...(rest as string[])] : (rest as string[]); // options come first or not at all
  const { sampleTypes = 'samples/count', periodType, functions, mappings, ...header } = options;
  const builder = new ProfileBuilder(sampleTypes.split(' ').filter(Boolean).map(valueTypeOf));
  const parts = new Parts(builder, functions ?? {}, mappings ?? {});
  for (const line of lines) {
    const match = /^(.*?)((?: -?\d+)+)(?: \{(.*)\})?$/.exec(line);
    if (!match) throw new Error(`"${line}" is not of the form "root;leaf 12 {key=value}"`);
    const [, stack = '', values = '', labels = ''] = match;
    const frames = stack === '(empty)' ? [] : stack.split(';').reverse();
    builder.addSample(
      parts.once(parts.stacks, stack, () => builder.addStack(frames.map((frame) => parts.location(frame)))),
      values.trim().split(' ').map(Number),
      parts.once(parts.labelSets, labels, () => builder.addLabelSet(labels.split(', ').filter(Boolean).map(labelOf))),
    );
  }
  return builder.build(periodType === undefined ? header : { ...header, periodType: valueTypeOf(periodType) });
}

function valueTypeOf(text: string): ValueType {
  const [type = '', unit = ''] = text.split('/');
  return { type, unit };
}

function labelOf(text: string): BuilderLabel {
  const equals = text.indexOf('=');
  if (equals !== -1) return { key: text.slice(0, equals), string: text.slice(equals + 1) };
  const match = /^(.*):(-?\d+)(.*)$/.exec(text);
  if (!match) throw new Error(`"${text}" is not of the form "key=value" or "key:16kb"`);
  return { key: match[1]!, number: BigInt(match[2]!), unit: match[3]! };
}

/** Adds each part to the builder at its first mention. */
class Parts {
  readonly stacks = new Map<string, number>();
  readonly labelSets = new Map<string, number>();
  readonly #locations = new Map<string, number>();
  readonly #functions = new Map<string, number>();
  readonly #mappings = new Map<string, number>();
  readonly #builder: ProfileBuilder;
  readonly #details: NonNullable<ProfileOfOptions['functions']>;

  constructor(
    builder: ProfileBuilder,
    details: NonNullable<ProfileOfOptions['functions']>,
    mappings: Readonly<Record<string, Partial<Mapping>>>,
  ) {
    this.#builder = builder;
    this.#details = details;
    for (const [file, mapping] of Object.entries(mappings)) this.#mappings.set(file, builder.addMapping({ file, ...mapping }));
  }

  once(known: Map<string, number>, text: string, add: () => number): number {
    let index = known.get(text);
    if (index === undefined) known.set(text, (index = add()));
    return index;
  }

  location(frame: string): number {
    return this.once(this.#locations, frame, () => {
      const [, file, rest = ''] = /^(?:([^!;]+)!)?(.*)$/.exec(frame)!; // matches any text without line breaks
      const [, names = '', address] = /^(.*?)#?(0x[0-9a-f]+)?$/.exec(rest)!;
      return this.#builder.addLocation({
        ...(file === undefined ? {} : { mapping: this.once(this.#mappings, file, () => this.#builder.addMapping({ file })) }),
        ...(address === undefined ? {} : { address: BigInt(address) }),
        lines:
          names === ''
            ? []
            : names
                .split(' > ')
                .reverse()
                .map((name) => this.#line(name)),
      });
    });
  }

  #line(text: string): BuilderLine {
    const [, name = '', filename = '', line = 0, column = 0] = /^(.*?)(?:@([^:]*)(?::(\d+))?(?::(\d+))?)?$/.exec(text)!;
    const index = this.once(this.#functions, `${name}@${filename}`, () =>
      this.#builder.addFunction(name, { filename, ...this.#details[name] }),
    );
    return { function: index, line: Number(line), column: Number(column) };
  }
}
