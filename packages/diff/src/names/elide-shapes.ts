const SHAPE = 'go.shape.';

/**
 * Writes `[...]` for the type arguments of Go's generic functions where they are shapes, as Go's own profiles do: which types share
 * a shape is the compiler's affair. Brackets nest (`[go.shape.map[string]int]`), so they are counted.
 */
export function elideShapes(name: string): string {
  if (!name.includes(SHAPE)) return name;
  let result = '';
  let depth = 0;
  let start = 0;
  for (let i = 0; i < name.length; i++) {
    if (name[i] === '[') {
      if (depth++ === 0) {
        result += name.slice(start, i);
        start = i;
      }
    } else if (name[i] === ']' && depth > 0 && --depth === 0) {
      const group = name.slice(start, i + 1);
      result += group.includes(SHAPE) ? '[...]' : group;
      start = i + 1;
    }
  }
  return result + name.slice(start);
}
