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
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** False, or the schema of fields with free names. */
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: Schema;
  /** Options of objects differ in what they require, so that a fault can be told for the one that was meant. */
  readonly oneOf?: readonly Schema[];
}
