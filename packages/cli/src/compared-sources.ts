import { CliError } from './cli-error.ts';
import type { Invocation } from './commands/command.ts';
import type { Io } from './io.ts';
import { sourcesOf } from './operand-sources.ts';

/** The runs of both sides, as files, URLs or `-`. */
export interface ComparedSources {
  readonly base: readonly string[];
  readonly head: readonly string[];
}

const USAGE =
  "`flamestep diff BASE HEAD`, or `flamestep diff --base 'base/*.pb.gz' --head 'head/*.pb.gz'` for several runs a side";

/**
 * The runs that a command line names: two operands, or the values of `--base` and `--head` and the words behind them, which is
 * what a shell makes of a pattern without quotes. Throws `CliError` `usage` where a side is missing or a word belongs to neither.
 */
export function comparedSources({ operands, behind, options }: Invocation, io: Io): ComparedSources {
  const wordsOf = (side: 'base' | 'head') => [...options[side], ...operands.filter((_, index) => behind[index] === side)];
  const [base, head] = [wordsOf('base'), wordsOf('head')];
  const others = operands.filter((_, index) => behind[index] !== 'base' && behind[index] !== 'head');
  if (base.length === 0 && head.length === 0 && others.length === 2) {
    return { base: sourcesOf([others[0]!], io), head: sourcesOf([others[1]!], io) };
  }
  if (others.length > 0 && (base.length > 0 || head.length > 0)) {
    throw new CliError('usage', `'${others[0]}' belongs to neither side; write it behind --base or --head`);
  }
  if (base.length === 0 && head.length === 0) throw new CliError('usage', `diff compares two sides: ${USAGE}`);
  if (head.length === 0) throw new CliError('usage', 'there is no head; name the runs of the changed program with --head');
  if (base.length === 0) throw new CliError('usage', 'there is no base; name the runs of the program before with --base');
  return { base: sourcesOf(base, io), head: sourcesOf(head, io) };
}
