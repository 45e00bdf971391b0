/** A field of an event's payload that is an object. */
export function fieldOf(value: unknown, name: string): object | undefined {
  const field = ownField(value, name);
  return typeof field === 'object' && field !== null ? field : undefined;
}

/** A field that is a number; 0 where it is not there. */
export function numberOf(value: unknown, name: string): number {
  const field = ownField(value, name);
  return typeof field === 'number' ? field : 0;
}

/** A field that is text; `''` where it is not there. */
export function textOf(value: unknown, name: string): string {
  const field = ownField(value, name);
  return typeof field === 'string' ? field : '';
}

function ownField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
