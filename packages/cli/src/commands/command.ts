import type { OptionGroup } from '../arguments/option-spec.ts';
import type { OptionName, OptionValues, ValueOptionName } from '../arguments/option-table.ts';
import type { Io } from '../io.ts';

/** What a command was asked to do. */
export interface Invocation {
  readonly operands: readonly string[];
  readonly options: OptionValues;
  readonly given: ReadonlySet<ValueOptionName>;
}

/**
 * Does the work of a command. Throws `CliError`, or `ProfileError` of the core, for everything that the user can mend; returns
 * the exit code where it is not 0.
 */
export type RunCommand = (invocation: Invocation, io: Io) => Promise<number | undefined>;

/** What is known of a command before its code is loaded: everything that `--help` says. */
export interface CommandSpec {
  readonly name: string;
  /** Ends `flamestep NAME` in the list of commands. */
  readonly summary: string;
  /** What stands behind the options. */
  readonly operands: string;
  readonly description: readonly string[];
  readonly groups: readonly OptionGroup[];
  /** Options of these groups that the command does not have. */
  readonly without?: readonly OptionName[];
  /** Command lines without the leading `flamestep`, each with what it shows. */
  readonly examples: readonly (readonly [line: string, meaning: string])[];
  /** Whether pprof has a report of this name, so that it may be called as `-name` and its options never fail. */
  readonly isPprofReport: boolean;
  /** Whether the first operand is a pattern. */
  readonly takesPattern?: boolean;
  load(): Promise<RunCommand>;
}
