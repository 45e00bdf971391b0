/** The part of JSON Schema (2020-12) that the files of this package are described in. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly const?: string;
  /** The values that it can be. */
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  /** UTF-16 units. */
  readonly minLength?: number;
  /** UTF-16 units. */
  readonly maxLength?: number;
  /** The least number. */
  readonly minimum?: number;
  /** The greatest number. */
  readonly maximum?: number;
  readonly items?: Schema;
  /** Of a list. */
  readonly minItems?: number;
  /** Of a list. */
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** False, or the schema of fields with free names. */
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: Schema;
  /** Options of objects differ in what they require, so that a fault can be told for the one that was meant. */
  readonly oneOf?: readonly Schema[];
}
