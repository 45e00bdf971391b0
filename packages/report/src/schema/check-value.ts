import { ReportError } from '../model/report-error.ts';
import type { ArraySchema, NumberSchema, ObjectSchema, OneOfSchema, Schema, StringSchema } from './schema.ts';

/** Checks a value against a schema. Throws `ReportError` at the first fault, in the order of the schema's fields. */
export function checkValue(value: unknown, schema: Schema, pointer = ''): void {
  if ('oneOf' in schema) checkOneOf(value, schema, pointer);
  else if (schema.type === 'string') checkString(value, schema, pointer);
  else if (schema.type === 'number' || schema.type === 'integer') checkNumber(value, schema, pointer);
  else if (schema.type === 'array') checkArray(value, schema, pointer);
  else if (schema.type === 'object') checkObject(value, schema, pointer);
  else if (kindOf(value) !== schema.type) throw expected(schema.type, value, pointer);
}

function checkString(value: unknown, schema: StringSchema, pointer: string): void {
  if (typeof value !== 'string') throw expected('a string', value, pointer);
  if (value.length > schema.maxLength) {
    throw new ReportError('too-large', pointer, `${value.length} characters; at most ${schema.maxLength} are allowed`);
  }
  if (schema.const !== undefined && value !== schema.const) throw expected(JSON.stringify(schema.const), value, pointer);
  if (schema.enum !== undefined && !schema.enum.includes(value))
    throw expected(`one of ${schema.enum.join(', ')}`, value, pointer);
  if (schema.minLength !== undefined && value.length < schema.minLength) throw expected('some text', value, pointer);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    throw expected(`text that matches ${schema.pattern}`, value, pointer);
  }
}

function checkNumber(value: unknown, schema: NumberSchema, pointer: string): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw expected('a finite number', value, pointer);
  if (schema.type === 'integer' && !Number.isInteger(value)) throw expected('a whole number', value, pointer);
  if (schema.const !== undefined && value !== schema.const) throw expected(String(schema.const), value, pointer);
  if (schema.minimum !== undefined && value < schema.minimum) throw expected(`at least ${schema.minimum}`, value, pointer);
  if (schema.maximum !== undefined && value > schema.maximum) throw expected(`at most ${schema.maximum}`, value, pointer);
}

function checkArray(value: unknown, schema: ArraySchema, pointer: string): void {
  if (!Array.isArray(value)) throw expected('a list', value, pointer);
  if (value.length > schema.maxItems) {
    throw new ReportError('too-large', pointer, `${value.length} items; at most ${schema.maxItems} are allowed`);
  }
  if (schema.minItems !== undefined && value.length < schema.minItems)
    throw expected(`at least ${schema.minItems} items`, value, pointer);
  // A loop with an index, because holes of a sparse list must not be passed over.
  for (let i = 0; i < value.length; i++) checkValue(value[i], schema.items as Schema, `${pointer}/${i}`);
}

function checkObject(value: unknown, schema: ObjectSchema, pointer: string): void {
  if (kindOf(value) !== 'object') throw expected('an object', value, pointer);
  // kindOf has told that it is one.
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(fields)) {
    if (Object.hasOwn(schema.properties, key)) continue;
    const known = Object.keys(schema.properties).join(', ');
    throw new ReportError('malformed', `${pointer}/${escapePointer(key)}`, `unknown field; remove it (known are ${known})`);
  }
  for (const key of schema.required) {
    if (!Object.hasOwn(fields, key))
      throw new ReportError('malformed', `${pointer}/${key}`, 'is missing; it is a required field');
  }
  for (const [key, property] of Object.entries(schema.properties)) {
    // The builder of schemas put nothing but schemas in.
    if (Object.hasOwn(fields, key)) checkValue(fields[key], property as Schema, `${pointer}/${key}`);
  }
}

/** Options of one choice differ in their type, or in a field with a constant: so the fault can be told for the option that was meant. */
function checkOneOf(value: unknown, schema: OneOfSchema, pointer: string): void {
  const options = schema.oneOf as readonly Schema[];
  const meant = options.find((option) => isMeant(value, option));
  if (meant === undefined) throw expected(options.map(nameOption).join(' or '), value, pointer);
  checkValue(value, meant, pointer);
}

function isMeant(value: unknown, option: Schema): boolean {
  if ('oneOf' in option) return option.oneOf.some((inner) => isMeant(value, inner as Schema));
  if (option.type !== 'object') return kindOf(value) === (option.type === 'integer' ? 'number' : option.type);
  if (kindOf(value) !== 'object') return false;
  return constants(option).every(([key, constant]) => (value as Readonly<Record<string, unknown>>)[key] === constant);
}

function constants({ properties }: ObjectSchema): [string, unknown][] {
  return Object.entries(properties).flatMap(([key, property]): [string, unknown][] => {
    const { const: constant } = property as { readonly const?: unknown };
    return constant === undefined ? [] : [[key, constant]];
  });
}

function nameOption(option: Schema): string {
  if ('oneOf' in option) return option.oneOf.map((inner) => nameOption(inner as Schema)).join(' or ');
  if (option.type !== 'object') return option.type;
  return constants(option)
    .map(([key, constant]) => `${key} ${JSON.stringify(constant)}`)
    .join(' and ');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function expected(wanted: string, value: unknown, pointer: string): ReportError {
  return new ReportError('malformed', pointer, `${show(value)} stands where ${wanted} is expected`);
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return String(value);
}

/** RFC 6901; long keys are cut, because they come from outside. */
function escapePointer(key: string): string {
  return key.slice(0, 60).replace(/~/g, '~0').replace(/\//g, '~1');
}
