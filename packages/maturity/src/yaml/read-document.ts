import { isCollection, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type ManifestProblem, MaturityError } from '../maturity-error.ts';
import { type Fault, findFaults, type Path } from './find-faults.ts';
import type { Schema } from './schema.ts';

/** Longer files are not read; a model of a thousand checks is shorter. */
export const LONGEST_TEXT = 256 * 1024;
/** Aliases may repeat this much, and no more: a few lines of them could otherwise unfold to gigabytes. */
const MOST_ALIASES = 100;

/** A file that fits its schema. */
export interface ReadDocument {
  /** Plain data, as the schema says. */
  readonly value: unknown;
  /** Throws `invalid-manifest` with the lines of the faults, if there are any. */
  readonly refuse: (faults: readonly Fault[]) => void;
}

/**
 * Reads one YAML document and checks it against a schema. Throws {@link MaturityError} `too-large`, and `invalid-manifest` with every
 * fault that was found.
 */
export function readDocument(text: string, schema: Schema, what: string, longest: number = LONGEST_TEXT): ReadDocument {
  if (text.length > longest) {
    throw new MaturityError('too-large', `the ${what} has ${text.length} characters; at most ${longest} are read`);
  }
  const lines = new LineCounter();
  const document = parse(text, lines, what);
  const value = unfold(document, what);
  refuse(findFaults(value, schema));
  return { value, refuse };

  function refuse(faults: readonly Fault[]): void {
    if (faults.length === 0) return;
    const problems = faults.map(({ path, message }): ManifestProblem => ({ ...locate(path), path: formatPath(path), message }));
    problems.sort((a, b) => a.line - b.line || a.column - b.column);
    throw new MaturityError('invalid-manifest', `the ${what} is not in order:`, problems);
  }

  /** The place of a path, or of what of it there is. */
  function locate(path: Path): { line: number; column: number } {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const part of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
        if (!isPair(pair)) break;
        offset = startOf(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof part === 'number') {
        node = node.items[part];
        offset = startOf(node) ?? offset;
      } else break;
    }
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

function parse(text: string, lines: LineCounter, what: string) {
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
    const problems = document.errors.map(({ message, pos: [offset] }): ManifestProblem => {
      const { line, col } = lines.linePos(offset);
      return { line, column: col, path: '', message };
    });
    if (problems.length > 0) throw new MaturityError('invalid-manifest', `the ${what} is no YAML that can be read:`, problems);
    return document;
  } catch (error) {
    throw tooDeep(error, what);
  }
}

function unfold(document: ReturnType<typeof parse>, what: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (error instanceof ReferenceError) {
      const problem = { line: 1, column: 1, path: '', message: 'aliases repeat too much; write the text out' };
      throw new MaturityError('invalid-manifest', `the ${what} is not in order:`, [problem]);
    }
    throw tooDeep(error, what);
  }
}

/** The parser goes down by calling itself, so that a text of brackets ends its stack. */
function tooDeep(error: unknown, what: string): unknown {
  if (!(error instanceof RangeError)) return error;
  const problem = { line: 1, column: 1, path: '', message: 'it is nested too deeply' };
  return new MaturityError('invalid-manifest', `the ${what} is not in order:`, [problem]);
}

function startOf(node: unknown): number | undefined {
  if (isCollection(node) || isScalar(node)) return node.range?.[0];
  return isNode(node) ? node.range?.[0] : undefined;
}

function formatPath(path: Path): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}
