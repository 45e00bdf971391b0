import type { ArraySchema, BooleanSchema, NullSchema, NumberSchema, ObjectSchema, OneOfSchema, StringSchema } from './schema.ts';

/** Text of at most `maxLength` UTF-16 units. */
export function text(maxLength: number, pattern?: string): StringSchema {
  return pattern === undefined ? { type: 'string', maxLength } : { type: 'string', maxLength, pattern };
}

export function word<const W extends string>(...words: readonly W[]): StringSchema & { readonly enum: readonly W[] } {
  return { type: 'string', maxLength: Math.max(...words.map((one) => one.length)), enum: words };
}

export function exactly<const W extends string>(only: W): StringSchema & { readonly const: W } {
  return { type: 'string', maxLength: only.length, const: only };
}

/** A finite number; JSON knows no other. */
export function number(minimum?: number, maximum?: number): NumberSchema {
  return {
    type: 'number',
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

export function count(maximum: number = Number.MAX_SAFE_INTEGER, minimum = 0): NumberSchema {
  return { type: 'integer', minimum, maximum };
}

export const truth: BooleanSchema = { type: 'boolean' };
export const nothing: NullSchema = { type: 'null' };

export function list<Item>(items: Item, maxItems: number): ArraySchema<Item> {
  return { type: 'array', items, maxItems };
}

export function either<const Options extends readonly unknown[]>(...oneOf: Options): OneOfSchema<Options[number]> {
  return { oneOf };
}

/** An object of the fields given and no others. */
export function record<const Needed extends object, const Optional extends object = object>(
  needed: Needed,
  optional?: Optional,
): ObjectSchema<Needed & Optional, keyof Needed & string> {
  return {
    type: 'object',
    // Both halves are objects of schemas; the spread of two type parameters has no better type.
    properties: { ...needed, ...optional } as Needed & Optional,
    required: Object.keys(needed) as (keyof Needed & string)[],
    additionalProperties: false,
  };
}
