/**
 * A compiled pattern. A `RegExp` fits, as long as it has neither the `g` nor the `y` flag, which give `test` a memory.
 *
 * pprof's patterns are RE2: unanchored unless they say otherwise, and matched in linear time. A `RegExp` can take exponential
 * time, so use an RE2 engine for patterns from people you do not trust.
 */
export interface Pattern {
  /** Whether any part of the text matches. */
  test(text: string): boolean;
}

/**
 * Compiles a pattern in RE2 syntax, and throws where it has a fault. Operations take one where the source of the pattern stands
 * in the profile itself or is taken apart first.
 */
export type CompilePattern = (source: string) => Pattern;
