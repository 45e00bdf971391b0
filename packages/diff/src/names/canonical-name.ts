import { elideShapes } from './elide-shapes.ts';

/** A spelling that a compiler or a runtime chose anew, and what takes its place. `hint` must occur in a name that the pattern can match. */
interface Artefact {
  readonly hint: string;
  readonly pattern: RegExp;
  readonly replacement: string;
}

const ARTEFACTS: readonly Artefact[] = [
  // JVM: numbers and addresses of classes that are spun at run time.
  { hint: '$$Lambda', pattern: /\$\$Lambda(?:\$\d+)?(?:[/.+]0x[0-9a-f]+|[/.]\d+)?/g, replacement: '$$$$Lambda' },
  { hint: '0x', pattern: /(LambdaForm\$\w+)[/.]0x[0-9a-f]+/g, replacement: '$1' },
  { hint: 'Accessor', pattern: /(Generated(?:Method|Constructor|SerializationConstructor)Accessor)\d+/g, replacement: '$1' },
  { hint: '$Proxy', pattern: /\$Proxy\d+/g, replacement: '$$Proxy' },
  { hint: '$$', pattern: /(\$\$(?:EnhancerBy|FastClassBy)\w*?)\$\$[0-9a-f]{1,16}(?![0-9a-z])/g, replacement: '$1' },
  { hint: '/0x', pattern: /\/0x[0-9a-f]{6,16}/g, replacement: '' },
  // Rust: the hash of the crate and its compiler flags, in demangled and mangled names.
  { hint: '::h', pattern: /::h[0-9a-f]{16}(?![0-9a-z_])/g, replacement: '' },
  { hint: '17h', pattern: /17h[0-9a-f]{16}E/g, replacement: 'E' },
  { hint: '_RN', pattern: /Cs[0-9A-Za-z]{1,16}_(?=\d)/g, replacement: 'C' },
  { hint: ']::', pattern: /\[[0-9a-f]{8,16}\](?=::)/g, replacement: '' },
  // C and C++: clones and parts of one function.
  { hint: '[clone ', pattern: / \[clone \.[\w.$]+\]/g, replacement: '' },
  { hint: '.', pattern: /(?:\.(?:part|isra|constprop|cold|llvm|lto_priv|localalias)(?:\.\d+)?){1,6}$/, replacement: '' },
  // Sampling profilers that write the sampled line into the name: `parse (parser.py:12)`. Anonymous functions need theirs.
  { hint: ':', pattern: /^([^<(][^(]*) \(([^():]+):\d+\)$/, replacement: '$1 ($2)' },
];

/**
 * The name without what a compiler or a runtime invents for each build or run: type shapes of Go generics, hashes of Rust, numbered
 * proxies and lambda classes of the JVM, clones of C and C++. Names that are equal then stand for one function of the source.
 */
export function canonicalName(name: string): string {
  let canonical = elideShapes(name);
  for (const { hint, pattern, replacement } of ARTEFACTS) {
    if (canonical.includes(hint)) canonical = canonical.replace(pattern, replacement);
  }
  return canonical;
}
