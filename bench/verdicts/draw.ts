/** `size` of the items, drawn without putting any back, in random order. */
export function draw<T>(items: readonly T[], size: number, random: () => number): T[] {
  const rest = [...items];
  for (let i = 0; i < size; i++) {
    const from = i + Math.floor(random() * (rest.length - i));
    [rest[i], rest[from]] = [rest[from], rest[i]];
  }
  return rest.slice(0, size);
}
