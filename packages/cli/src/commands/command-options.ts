import { CliError } from '../cli-error.ts';
import type { OptionGroup } from '../arguments/option-spec.ts';
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
/** Groups of options that pprof does not have. */
const OWN_GROUPS: readonly OptionGroup[] = ['record', 'verdict', 'source', 'maturity', 'file'];

/** What `--format` may be. */
export function formatsOf(command: CommandSpec): readonly string[] {
  return command.formats ?? ['text', 'json'];
}

/**
 * Checks that the options fit the command. pprof takes every option for every report, so that there one without a use is only
 * worth a note; those are returned.
 *
 * Throws `CliError` `usage` for any other option that the command does not have, and for a format that it does not write.
 */
export function checkOptions(command: CommandSpec, given: Iterable<OptionName>, format: string | undefined): string[] {
  const accepted = optionsOf(command);
  const notes: string[] = [];
  for (const name of given) {
    if (accepted.includes(name)) continue;
    if (!command.isPprofReport || OWN_OPTIONS.includes(name) || OWN_GROUPS.includes(OPTIONS[name].group)) {
      throw new CliError(
        'usage',
        `${command.name} has no option --${name}; \`flamestep help ${command.name}\` lists those that it has`,
      );
    }
    notes.push(`--${name} has no effect on ${command.name}`);
  }
  const formats = formatsOf(command);
  if (format !== undefined && !formats.includes(format)) {
    throw new CliError('usage', `${command.name} writes ${formats.join(', ')}, not ${format}`);
  }
  return notes;
}
