/** The part of a function's name that people say: `literalStore` of `encoding/json.(*decodeState).literalStore`. */
export function shortFunction(name: string): string {
  const short = name.slice(name.lastIndexOf('/') + 1);
  return short.slice(short.lastIndexOf('.') + 1) || name;
}

/** Without the folder of the package: `json.(*decodeState).literalStore`. */
export function functionWithPackage(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1) || name;
}

/** The folder and package, and the rest: `encoding/json.` and `(*decodeState).literalStore`. */
export function splitPackage(name: string): readonly [before: string, own: string] {
  const slash = name.lastIndexOf('/') + 1;
  const end = slash + name.slice(slash).indexOf('.') + 1;
  return end <= slash ? [name.slice(0, slash), name.slice(slash)] : [name.slice(0, end), name.slice(end)];
}
