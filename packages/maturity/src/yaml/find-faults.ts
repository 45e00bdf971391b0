import type { Schema } from './schema.ts';

export type Path = readonly (string | number)[];

/** Something that does not fit, and where. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
}

const MOST_FAULTS = 50;

/** Every fault of a value against a schema, in the order of the value. */
export function findFaults(value: unknown, root: Schema): readonly Fault[] {
  const faults: Fault[] = [];
  visit(value, root, []);
  return faults;

  function visit(value: unknown, given: Schema, path: Path): void {
    if (faults.length >= MOST_FAULTS) return;
    const schema = given.$ref === undefined ? given : root.$defs![given.$ref.slice('#/$defs/'.length)];
    if (schema.oneOf !== undefined) {
      visit(value, meant(value, schema.oneOf), path);
      return;
    }
    const fault = plainFault(value, schema);
    if (fault !== undefined) {
      faults.push({ path, message: fault });
      return;
    }
    if (Array.isArray(value)) {
      if (schema.items !== undefined) for (let i = 0; i < value.length; i++) visit(value[i], schema.items, [...path, i]);
    } else if (typeof value === 'object' && value !== null) {
      visitFields(value as Readonly<Record<string, unknown>>, schema, path);
    }
  }

  function visitFields(fields: Readonly<Record<string, unknown>>, schema: Schema, path: Path): void {
    for (const key of schema.required ?? []) {
      if (!Object.hasOwn(fields, key)) faults.push({ path, message: `${key} is missing; add it` });
    }
    for (const [key, field] of Object.entries(fields)) {
      const own = schema.properties !== undefined && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
      const rest = schema.additionalProperties;
      if (own !== undefined) visit(field, own, [...path, key]);
      else if (rest === false || rest === undefined) {
        const known = Object.keys(schema.properties ?? {}).join(', ');
        faults.push({ path: [...path, key], message: `unknown field; remove it (known are ${known})` });
      } else {
        const nameFault = schema.propertyNames && plainFault(key, schema.propertyNames);
        if (nameFault !== undefined) faults.push({ path: [...path, key], message: `as a name, ${nameFault}` });
        visit(field, rest, [...path, key]);
      }
    }
  }
}

/** The option whose kind and required fields the value has; the last when it fits none, so that its fault is told. */
function meant(value: unknown, options: readonly Schema[]): Schema {
  const fits = ({ type, required = [] }: Schema): boolean => {
    if (kindOf(value) !== (type === 'integer' ? 'number' : (type ?? 'object'))) return false;
    return typeof value !== 'object' || value === null || required.every((key) => Object.hasOwn(value, key));
  };
  return options.find(fits) ?? options[options.length - 1];
}

function plainFault(value: unknown, schema: Schema): string | undefined {
  const { type } = schema;
  if (type !== undefined && kindOf(value) !== (type === 'integer' ? 'number' : type)) return expected(article(type), value);
  if (type === 'integer' && !Number.isInteger(value)) return expected('a whole number', value);
  if (schema.const !== undefined && value !== schema.const) return expected(JSON.stringify(schema.const), value);
  if (schema.enum !== undefined && !schema.enum.includes(value as string))
    return expected(`one of ${schema.enum.join(', ')}`, value);
  if (typeof value === 'string') return textFault(value, schema);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return expected('a finite number', value);
    if (schema.minimum !== undefined && value < schema.minimum) return expected(`at least ${schema.minimum}`, value);
    if (schema.maximum !== undefined && value > schema.maximum) return expected(`at most ${schema.maximum}`, value);
  }
  if (!Array.isArray(value)) return undefined;
  if (schema.minItems !== undefined && value.length < schema.minItems) return `needs at least ${schema.minItems} items`;
  if (schema.maxItems !== undefined && value.length > schema.maxItems)
    return `has ${value.length} items; ${schema.maxItems} are allowed`;
  return undefined;
}

function textFault(value: string, { minLength, maxLength, pattern }: Schema): string | undefined {
  if (minLength !== undefined && value.length < minLength) return `needs at least ${minLength} characters`;
  if (maxLength !== undefined && value.length > maxLength) return `has ${value.length} characters; ${maxLength} are allowed`;
  return pattern !== undefined && !new RegExp(pattern, 'u').test(value)
    ? expected(`text that matches ${pattern}`, value)
    : undefined;
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  return Array.isArray(value) ? 'array' : typeof value;
}

function article(type: NonNullable<Schema['type']>): string {
  const names = {
    object: 'a set of fields',
    array: 'a list',
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
  };
  return names[type];
}

function expected(wanted: string, value: unknown): string {
  return `${shown(value)} stands where ${wanted} is expected`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a set of fields';
  return value === null ? 'nothing' : String(value);
}
