/** For each group every group above it, however groups are linked; circles end. */
export function ancestorsOf(parents: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  return new Map(
    [...parents.keys()].map((group) => {
      const above = new Set<string>();
      const waiting = [...(parents.get(group) ?? [])];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (next === group || above.has(next)) continue;
        above.add(next);
        waiting.push(...(parents.get(next) ?? []));
      }
      return [group, [...above].sort()];
    }),
  );
}
