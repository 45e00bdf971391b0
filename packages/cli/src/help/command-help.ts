import { OPTION_GROUPS } from '../arguments/option-spec.ts';
import type { OptionGroup, OptionSpec } from '../arguments/option-spec.ts';
import { OPTIONS, type OptionName } from '../arguments/option-table.ts';
import { formatsOf, optionsOf } from '../commands/command-options.ts';
import type { CommandSpec } from '../commands/command.ts';
import { twoColumns } from './two-columns.ts';

/** `flamestep COMMAND --help`. */
export function commandHelp(command: CommandSpec): string {
  const accepted = optionsOf(command);
  const sections = (Object.keys(OPTION_GROUPS) as OptionGroup[]).flatMap((group) => {
    const names = accepted.filter((name) => OPTIONS[name].group === group);
    if (names.length === 0) return [];
    return [
      `${OPTION_GROUPS[group]}:`,
      ...twoColumns(names.map((name) => [optionUsage(name, command), optionSummary(name, command)])),
      '',
    ];
  });
  return [
    `flamestep ${command.name}: ${command.summary}`,
    '',
    `Usage: flamestep ${command.name} [options] ${command.operands}`.trimEnd(),
    '',
    ...command.description,
    '',
    ...sections,
    'Examples:',
    ...command.examples.flatMap(([line, meaning]) => [`  # ${meaning}`, `  flamestep ${line}`]),
    '',
  ].join('\n');
}

/** The option as it is written, such as `-o FILE, --output=FILE`; as the command has it, where one is given. */
export function optionUsage(name: OptionName, command?: CommandSpec): string {
  const spec: OptionSpec = OPTIONS[name];
  const short = spec.aliases?.find((alias) => alias.length === 1);
  switch (spec.kind) {
    case 'flag':
      return spec.default ? `--[no-]${name}` : `--${name}`;
    case 'shortcut':
      return `--${name}`;
    case 'choice':
      return shortChoices(name, spec, command) === undefined
        ? `--${name}=WHAT`
        : `--${name}=${shortChoices(name, spec, command)}`;
    default:
      return `${short === undefined ? '' : `-${short} ${spec.value}, `}--${name}=${spec.value}`;
  }
}

/** What the option does, with its default and the values that it takes where these are not in {@link optionUsage}. */
export function optionSummary(name: OptionName, command?: CommandSpec): string {
  const spec: OptionSpec = OPTIONS[name];
  const summary = command?.meanings?.[name] ?? spec.summary;
  if (spec.kind === 'shortcut') return `${summary}: ${spec.for}`;
  if (spec.kind === 'list') return `${summary} (may be repeated)`;
  if (spec.kind === 'flag') return summary;
  const isLong = spec.kind === 'choice' && shortChoices(name, spec, command) === undefined;
  const choices = isLong ? `: ${choicesOf(name, spec, command).join(', ')}` : '';
  // What the command says of the option may name a default of its own.
  const isSaid = spec.shownDefault === undefined || summary.includes('(default: ');
  return `${summary}${choices}${isSaid ? '' : ` (default: ${spec.shownDefault})`}`;
}

type ChoiceSpec = Extract<OptionSpec, { kind: 'choice' }>;

function choicesOf(name: OptionName, spec: ChoiceSpec, command: CommandSpec | undefined): readonly string[] {
  return name === 'format' && command ? formatsOf(command) : spec.choices;
}

/** The choices in one word, where they are short. */
function shortChoices(name: OptionName, spec: ChoiceSpec, command: CommandSpec | undefined): string | undefined {
  const joined = choicesOf(name, spec, command).join('|');
  return joined.length < 12 ? joined : undefined;
}
