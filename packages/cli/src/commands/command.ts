import type { OptionGroup } from '../arguments/option-spec.ts';
import type { OptionName, OptionValues, ValueOptionName } from '../arguments/option-table.ts';
import type { Io } from '../io.ts';

/** What a command was asked to do. */
export interface Invocation {
  readonly operands: readonly string[];
  /** As long as `operands`: the list option that each stands behind. */
  readonly behind: readonly (ValueOptionName | undefined)[];
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
  /** What options mean here, where that is not what they mean elsewhere. */
  readonly meanings?: Readonly<Partial<Record<OptionName, string>>>;
  /** What `--format` may be, the first by default; text and JSON where this is left out. */
  readonly formats?: readonly string[];
  /** Command lines without the leading `flamestep`, each with what it shows. */
  readonly examples: readonly (readonly [line: string, meaning: string])[];
  /** Whether pprof has a report of this name, so that it may be called as `-name` and its options never fail. */
  readonly isPprofReport: boolean;
  /** Whether the first operand is a pattern. */
  readonly takesPattern?: boolean;
  load(): Promise<RunCommand>;
}
