import { OPTION_GROUPS } from '../arguments/option-spec.ts';
import type { OptionGroup, OptionSpec } from '../arguments/option-spec.ts';
import { OPTIONS, type OptionName } from '../arguments/option-table.ts';
import { optionsOf } from '../commands/command-options.ts';
import type { CommandSpec } from '../commands/command.ts';
import { twoColumns } from './two-columns.ts';

/** `flamestep COMMAND --help`. */
export function commandHelp(command: CommandSpec): string {
  const accepted = optionsOf(command);
  const sections = (Object.keys(OPTION_GROUPS) as OptionGroup[]).flatMap((group) => {
    const names = accepted.filter((name) => OPTIONS[name].group === group);
    if (names.length === 0) return [];
    return [`${OPTION_GROUPS[group]}:`, ...twoColumns(names.map((name) => [optionUsage(name), optionSummary(name)])), ''];
  });
  return [
    `flamestep ${command.name}: ${command.summary}`,
    '',
    `Usage: flamestep ${command.name} [options] ${command.operands}`,
    '',
    ...command.description,
    '',
    ...sections,
    'Examples:',
    ...command.examples.flatMap(([line, meaning]) => [`  # ${meaning}`, `  flamestep ${line}`]),
    '',
  ].join('\n');
}

/** The option as it is written, such as `-o FILE, --output=FILE`. */
export function optionUsage(name: OptionName): string {
  const spec: OptionSpec = OPTIONS[name];
  const short = spec.aliases?.find((alias) => alias.length === 1);
  switch (spec.kind) {
    case 'flag':
      return spec.default ? `--[no-]${name}` : `--${name}`;
    case 'shortcut':
      return `--${name}`;
    case 'choice':
      return spec.choices.join('|').length < 12 ? `--${name}=${spec.choices.join('|')}` : `--${name}=WHAT`;
    default:
      return `${short === undefined ? '' : `-${short} ${spec.value}, `}--${name}=${spec.value}`;
  }
}

/** What the option does, with its default and the values that it takes where these are not in {@link optionUsage}. */
export function optionSummary(name: OptionName): string {
  const spec: OptionSpec = OPTIONS[name];
  if (spec.kind === 'shortcut') return `${spec.summary}: ${spec.for}`;
  if (spec.kind === 'list') return `${spec.summary} (may be repeated)`;
  if (spec.kind === 'flag') return spec.summary;
  const choices = spec.kind === 'choice' && optionUsage(name).endsWith('=WHAT') ? `: ${spec.choices.join(', ')}` : '';
  return `${spec.summary}${choices}${spec.shownDefault === undefined ? '' : ` (default: ${spec.shownDefault})`}`;
}
