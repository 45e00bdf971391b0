import { OPTION_GROUPS } from '../src/arguments/option-spec.ts';
import type { OptionGroup } from '../src/arguments/option-spec.ts';
import { OPTIONS } from '../src/arguments/option-table.ts';
import type { OptionName } from '../src/arguments/option-table.ts';
import { optionsOf } from '../src/commands/command-options.ts';
import { COMMANDS } from '../src/commands/command-table.ts';
import { optionSummary, optionUsage } from '../src/help/command-help.ts';
import { replaceSection } from '../../../scripts/replace-section.ts';

/** The README with its tables made anew from the tables in the code. Throws where a marker is missing. */
export function withCurrentTables(readme: string): string {
  return replaceSection(replaceSection(readme, 'commands', commandTable()), 'options', optionTables());
}

function commandTable(): string {
  const rows = COMMANDS.map(({ name, operands, summary }) => `| \`${`flamestep ${name} ${operands}`.trimEnd()}\` | ${summary} |`);
  return ['| command | what it shows or makes |', '|---|---|', ...rows].join('\n');
}

function optionTables(): string {
  // The keys of OPTION_GROUPS and OPTIONS are their names.
  const groups = Object.keys(OPTION_GROUPS) as OptionGroup[];
  const names = Object.keys(OPTIONS) as OptionName[];
  return groups
    .map((group) => {
      const rows = names
        .filter((name) => OPTIONS[name].group === group)
        .map((name) => `| ${code(optionUsage(name))} | ${escaped(optionSummary(name))} | ${commandsWith(name)} |`);
      return [`**${OPTION_GROUPS[group]}**`, '', '| option | what it does | commands |', '|---|---|---|', ...rows].join('\n');
    })
    .join('\n\n');
}

/** The commands that have an option, or the ones that do not where that is shorter. */
export function commandsWith(name: OptionName): string {
  const [having, lacking] = [true, false].map((wanted) =>
    COMMANDS.filter((command) => optionsOf(command).includes(name) === wanted).map((command) => command.name),
  );
  if (lacking.length === 0) return 'all';
  return lacking.length < having.length ? `all but ${lacking.join(', ')}` : having.join(', ');
}

function code(text: string): string {
  return `\`${escaped(text)}\``;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
