import { CliError } from '../cli-error.ts';
import { OPTIONS, type OptionName } from '../arguments/option-table.ts';
import type { CommandSpec } from './command.ts';

/** The options of a command, in the order of the table. */
export function optionsOf(command: CommandSpec): OptionName[] {
  // The keys of OPTIONS are the option names.
  return (Object.keys(OPTIONS) as OptionName[]).filter(
    (name) => command.groups.includes(OPTIONS[name].group) && !command.without?.includes(name),
  );
}

/** Options that pprof does not have. */
const OWN_OPTIONS: readonly OptionName[] = ['format', 'lenient', 'max-size', 'max-samples', 'open', 'title'];

/**
 * Checks that the options fit the command. pprof takes every option for every report, so that there one without a use is only
 * worth a note; those are returned.
 *
 * Throws `CliError` `usage` for any other option that the command does not have.
 */
export function checkOptions(command: CommandSpec, given: Iterable<OptionName>): string[] {
  const accepted = optionsOf(command);
  const notes: string[] = [];
  for (const name of given) {
    if (accepted.includes(name)) continue;
    if (!command.isPprofReport || OWN_OPTIONS.includes(name)) {
      throw new CliError(
        'usage',
        `${command.name} has no option --${name}; \`flamestep help ${command.name}\` lists those that it has`,
      );
    }
    notes.push(`--${name} has no effect on ${command.name}`);
  }
  return notes;
}
