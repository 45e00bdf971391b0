interface Remembered<T> {
  readonly value: Promise<T>;
  readonly until: number;
}

/**
 * Remembers answers that take long for so many milliseconds, by a key that says all that they depend on; those who ask meanwhile wait for
 * the same one. What failed is not remembered.
 */
export function rememberBriefly<T>(milliseconds: number, most: number) {
  const remembered = new Map<string, Remembered<T>>();
  return (key: string, now: number, find: () => Promise<T>): Promise<T> => {
    const known = remembered.get(key);
    if (known !== undefined && known.until > now) return known.value;
    const value = find();
    remembered.delete(key);
    remembered.set(key, { value, until: now + milliseconds });
    value.catch(() => remembered.delete(key));
    for (const oldest of remembered.keys()) {
      if (remembered.size <= most) break;
      remembered.delete(oldest);
    }
    return value;
  };
}
