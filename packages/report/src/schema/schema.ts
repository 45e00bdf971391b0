/** The part of JSON Schema (2020-12) that this package speaks. Every string, list and number is bounded. */
export type Schema = StringSchema | NumberSchema | BooleanSchema | NullSchema | ArraySchema | ObjectSchema | OneOfSchema;

interface Described {
  readonly description?: string;
}

export interface StringSchema extends Described {
  readonly type: 'string';
  readonly maxLength: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
}

export interface NumberSchema extends Described {
  readonly type: 'number' | 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly const?: number;
}

export interface BooleanSchema extends Described {
  readonly type: 'boolean';
}

export interface NullSchema extends Described {
  readonly type: 'null';
}

export interface ArraySchema<Item = unknown> extends Described {
  readonly type: 'array';
  readonly items: Item;
  readonly minItems?: number;
  readonly maxItems: number;
}

export interface ObjectSchema<Properties = Readonly<Record<string, unknown>>, Required = string> extends Described {
  readonly type: 'object';
  readonly properties: Properties;
  readonly required: readonly Required[];
  readonly additionalProperties: false;
}

export interface OneOfSchema<Option = unknown> extends Described {
  readonly oneOf: readonly Option[];
}

/** The type of the values that a schema lets pass. */
export type Infer<S> = S extends { readonly const: infer C }
  ? C
  : S extends { readonly enum: readonly (infer E)[] }
    ? E
    : S extends { readonly type: 'string' }
      ? string
      : S extends { readonly type: 'number' | 'integer' }
        ? number
        : S extends { readonly type: 'boolean' }
          ? boolean
          : S extends { readonly type: 'null' }
            ? null
            : S extends ArraySchema<infer Item>
              ? readonly Infer<Item>[]
              : S extends OneOfSchema<infer Option>
                ? Option extends unknown
                  ? Infer<Option>
                  : never
                : S extends ObjectSchema<infer Properties, infer Required>
                  ? InferObject<Properties, Required>
                  : never;

type InferObject<Properties, Required> = Flat<
  { readonly [K in keyof Properties as K extends Required ? K : never]: Infer<Properties[K]> } & {
    readonly [K in keyof Properties as K extends Required ? never : K]?: Infer<Properties[K]>;
  }
>;

type Flat<T> = { [K in keyof T]: T[K] };
