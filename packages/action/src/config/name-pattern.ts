import { type TextTest, textPattern } from './text-pattern.ts';

/**
 * Compiles a pattern of functions' names: a name as reports show it, with `*` for any text, and `…` too, with which a report shortens
 * long names. A name that holds a star (`(*Decoder).Decode`) fits itself, because a star is text.
 */
export function namePattern(pattern: string): TextTest {
  return textPattern(pattern, /[*…]/);
}
