import { ProfileError } from '../../profile-error.ts';

/** An object of parsed JSON: nothing is known about its fields. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Names the object that is read, `node 12`; a function, because it is only called for an error. */
export type Place = () => string;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `value` itself as an object. */
export function objectAt(value: unknown, place: Place): JsonObject {
  if (!isObject(value)) throw wrong(place(), 'an object', value);
  return value;
}

export function objectField(object: JsonObject, field: string, place: Place): JsonObject {
  const value = object[field];
  if (!isObject(value)) throw wrongField(object, field, place, 'an object');
  return value;
}

export function arrayField(object: JsonObject, field: string, place: Place): readonly unknown[] {
  const value = object[field];
  if (!Array.isArray(value)) throw wrongField(object, field, place, 'an array');
  return value;
}

/** As {@link arrayField}; empty where the field is absent. */
export function optionalArrayField(object: JsonObject, field: string, place: Place): readonly unknown[] {
  return isAbsent(object, field) ? [] : arrayField(object, field, place);
}

export function textField(object: JsonObject, field: string, place: Place): string {
  const value = object[field];
  if (typeof value !== 'string') throw wrongField(object, field, place, 'a text');
  return value;
}

/** As {@link textField}; `''` where the field is absent. */
export function optionalTextField(object: JsonObject, field: string, place: Place): string {
  return isAbsent(object, field) ? '' : textField(object, field, place);
}

export function numberField(object: JsonObject, field: string, place: Place): number {
  const value = object[field];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongField(object, field, place, 'a number');
  return value;
}

/** As {@link numberField}; undefined where the field is absent. */
export function optionalNumberField(object: JsonObject, field: string, place: Place): number | undefined {
  return isAbsent(object, field) ? undefined : numberField(object, field, place);
}

/** An integer below 2^53 in size. */
export function integerField(object: JsonObject, field: string, place: Place): number {
  const value = object[field];
  if (!Number.isSafeInteger(value)) throw wrongField(object, field, place, 'an integer');
  return value as number; // isSafeInteger is no type guard
}

/** As {@link integerField}; undefined where the field is absent. */
export function optionalIntegerField(object: JsonObject, field: string, place: Place): number | undefined {
  return isAbsent(object, field) ? undefined : integerField(object, field, place);
}

function isAbsent(object: JsonObject, field: string): boolean {
  return object[field] === undefined || object[field] === null;
}

function wrongField(object: JsonObject, field: string, place: Place, wanted: string): ProfileError {
  return wrong(`"${field}" of ${place()}`, wanted, object[field]);
}

function wrong(what: string, wanted: string, value: unknown): ProfileError {
  return new ProfileError('malformed', `${what} should be ${wanted} and is ${described(value)}`);
}

function described(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return 'a text';
  return Array.isArray(value) ? 'an array' : 'an object';
}
