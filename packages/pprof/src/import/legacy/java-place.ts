import { baseName } from '../../text/source-path.ts';

/** A frame of a Java profile. */
export interface JavaPlace {
  readonly name: string;
  readonly file: string;
  /** 0 when unknown. */
  readonly line: number;
}

const LINE_AT_END = /:(-?[0-9]+)\)$/;

/**
 * Reads what a Java profile says about an address: `function (file:line)`, `symbol (/path/of/library.so)`, or a word such as `GC`
 * that stands for a state of the virtual machine.
 */
export function javaPlace(text: string): JavaPlace {
  const lineAtEnd = LINE_AT_END.exec(text);
  if (lineAtEnd) {
    // At least one character of a file name stands between the bracket and the colon.
    const bracket = lastBracketUpTo(text, lineAtEnd.index - 2);
    if (bracket !== -1) {
      const line = Number(lineAtEnd[1]);
      const file = text.slice(bracket + 1, lineAtEnd.index);
      return { name: text.slice(0, bracket - 1), file, line: Number.isSafeInteger(line) && line > 0 ? line : 0 };
    }
  }
  const bracket = text.endsWith(')') ? lastBracketUpTo(text, text.length - 2) : -1;
  if (bracket !== -1) return { name: text.slice(0, bracket - 1), file: baseName(text.slice(bracket + 1, -1)), line: 0 };
  return { name: text.includes('generated stub/JIT') ? 'STUB' : text, file: '', line: 0 };
}

/** Position of the last `(` that has a blank before it and stands at `last` or further left; -1 where there is none. */
function lastBracketUpTo(text: string, last: number): number {
  for (let at = text.lastIndexOf('(', last); at > 0; at = text.lastIndexOf('(', at - 1)) {
    if (/[\t\n\f\r ]/.test(text.charAt(at - 1))) return at;
  }
  return -1;
}
