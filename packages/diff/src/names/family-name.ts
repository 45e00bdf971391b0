/** Where a compiler numbers siblings. Each match is replaced by its text with `#` for the numbers. */
const ORDINALS: readonly RegExp[] = [
  // Go: closures, nested closures, wrappers of go and defer, loop bodies.
  /\.(?:func|gowrap|deferwrap)\d+(?:\.\d+)*|-range\d+|·dwrap·\d+/g,
  // JVM: lambdas, anonymous classes, accessors; Scala's and Clojure's.
  /lambda\$[\w$]{0,200}?\$\d+|\$anonfun\$[\w$]{0,200}?\$\d+|\$\d+(?=[.$:/#(]|$)|(?:access\$|__)\d+(?=[.$]|$)/g,
  // .NET: closures, state machines, local functions.
  /(?:DisplayClass|[bdg]__|\|)\d+(?:_\d+)*/g,
  // Rust and C++: closures, impl blocks, lambdas.
  /\{(?:closure|impl|shim:[\w:]+|lambda\([^{}()]*\))#\d+\}|\$_\d+|'lambda\d+'/g,
  // Node: anonymous functions named by their position.
  /:L#\d+:C#\d+/g,
  // Python: anonymous functions named by their line.
  /(?<=^<\w+>[^:]*:)\d+/g,
];

/**
 * The canonical name without the numbers by which siblings are told apart: `f.func2` and `f.func3` are of the family `f.func#`. Its
 * members are different functions, but which number each has depends on the others.
 */
export function familyName(canonical: string): string {
  if (!/\d/.test(canonical)) return canonical;
  let family = canonical.replace('.glob..func', '.init.func');
  for (const pattern of ORDINALS) family = family.replace(pattern, (match) => match.replace(/#?\d+/g, '#'));
  return family;
}
