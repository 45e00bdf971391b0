/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `size` of the items, drawn without putting any back, in random order. */
export function draw<T>(items: readonly T[], size: number, random: () => number): T[] {
  const rest = [...items];
  for (let i = 0; i < size; i++) {
    const from = i + Math.floor(random() * (rest.length - i));
    [rest[i], rest[from]] = [rest[from], rest[i]];
  }
  return rest.slice(0, size);
}
