import { CollectError } from '../../collect-error.ts';

/** A value that a server sent. Reading what is not there gives empty values; who needs it asks {@link demand}. */
export type Json = Readonly<Record<string, unknown>>;

/** The object at a path of keys, empty where there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): Json {
  const found = valueAt(value, path);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Json) : {};
}

/** The list at a path of keys, empty where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

/** The text at a path of keys, empty where there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : '';
}

/** The number at a path of keys, also where it is sent as text, as 64-bit numbers are in JSON; NaN where there is none. */
export function numberAt(value: unknown, ...path: readonly string[]): number {
  const found = valueAt(value, path);
  return typeof found === 'number' || (typeof found === 'string' && found !== '') ? Number(found) : Number.NaN;
}

/** Throws `bad-answer` unless there is a list (or, for `object`, an object) at the path: the answer is of another kind of server. */
export function demand(value: unknown, kind: 'list' | 'object', ...path: readonly string[]): void {
  const found = valueAt(value, path);
  const isThere = kind === 'list' ? Array.isArray(found) : typeof found === 'object' && found !== null && !Array.isArray(found);
  if (!isThere) throw new CollectError('bad-answer', `the answer has no ${path.join('.') || kind}; is this the right server?`);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    // An object with this key; what the value is, is asked next.
    found = (found as Json)[key];
  }
  return found;
}
