import { quoteWords } from '@flamestep/record';
import type { RunSource } from '../inputs/measure-inputs.ts';
import type { ComparedBase } from './compared-base.ts';

/** The command that repeats a comparison, for a reader with a clone; undefined where none would. */
export function reproduce(source: RunSource, base: ComparedBase): string | undefined {
  if (source.kind === 'command') {
    if (base.kind !== 'measured' || base.revision.commit === undefined) return undefined;
    const setup = source.setup.map((words) => `--setup=${quoteWords(words)}`);
    return `flamestep ab ${quoteWords([`--base-ref=${base.revision.commit}`, `--runs=${source.runs}`, ...setup, '--', ...source.command])}`;
  }
  if (base.kind !== 'measured') return undefined;
  const option = (name: string, patterns: readonly string[]) => patterns.flatMap((pattern) => [`--${name}`, pattern]);
  return `flamestep diff ${quoteWords([...option('base', source.base), ...option('head', source.head)])}`;
}
