/**
 * Columns of values that are made when they are first asked for, and then kept: a profile has several sample types, and most
 * reports look at one.
 */
export function lazyColumns(width: number, make: (column: number) => Float64Array): readonly Float64Array[] {
  const columns: Float64Array[] = [];
  for (let column = 0; column < width; column++) {
    Object.defineProperty(columns, column, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make(column);
        Object.defineProperty(columns, column, { value, enumerable: true });
        return value;
      },
    });
  }
  return columns;
}
