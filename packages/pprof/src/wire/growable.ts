type TypedArray = Uint16Array | Int32Array | Uint32Array | Float64Array;

/** A copy of `array` that holds at least `needed` elements, or `array` itself when it already does. Grows by doubling. */
export function grown<T extends TypedArray>(array: T, needed: number): T {
  if (needed <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}

/** The first `length` elements; a copy only where that frees more than a quarter of the memory. */
export function trimmed<T extends TypedArray>(array: T, length: number): T {
  return (array.length > length * 1.25 ? array.slice(0, length) : array.subarray(0, length)) as T;
}
