import { commandsWith } from '../../packages/cli/scripts/readme-tables.ts';
import { OPTION_GROUPS } from '../../packages/cli/src/arguments/option-spec.ts';
import { OPTIONS } from '../../packages/cli/src/arguments/option-table.ts';
import { formatsOf, optionsOf } from '../../packages/cli/src/commands/command-options.ts';
import { COMMANDS } from '../../packages/cli/src/commands/command-table.ts';
import { optionSummary, optionUsage } from '../../packages/cli/src/help/command-help.ts';
import { generalHelp } from '../../packages/cli/src/help/general-help.ts';
import { anchor, code, codes, page, prose, table } from './markdown.mjs';

const MERGES = 'Several are merged into one.';
/** What most commands say of their operands; whether they merge several is said with each. */
const SHARED = sharedSentences(COMMANDS.map(({ description }) => description));

/** Every command and every option, from the tables that `--help` is printed from. */
export function cliPage() {
  return page(
    'The command line',
    'What `flamestep help COMMAND` says, for all commands. Each option is described once, under [options](#options).',
    table(
      ['command', 'what it shows or makes'],
      COMMANDS.map(({ name, summary }) => [`[${code(name)}](#${anchor(name)})`, summary]),
    ),
    ...notes(),
    'Environment variables, globs and URLs: [README of the command line](../../packages/cli/README.md).',
    '## Profiles',
    prose([...SHARED].join(' ')),
    ...COMMANDS.flatMap(command),
    '## Options',
    ...Object.entries(OPTION_GROUPS).flatMap(([group, title]) => [`### ${title}`, groupTable(group)]),
  );
}

/** What the general help says below its examples: how options are written, and exit codes. */
function notes() {
  const paragraphs = generalHelp().trim().split('\n\n');
  const examples = paragraphs.findIndex((text) => text.startsWith('Examples:'));
  return paragraphs.slice(examples + 1).map((text) => text.replaceAll('\n', ' '));
}

function command(spec) {
  const { name, operands, summary, description, examples, meanings = {} } = spec;
  const options = optionsOf(spec);
  const groups = Object.entries(OPTION_GROUPS).flatMap(([group, title]) => {
    const names = options.filter((option) => OPTIONS[option].group === group);
    if (names.length === 0) return [];
    return `- [${title.replace(/ \(.*/, '')}](#${anchor(title)}): ${codes(names.map((option) => `--${option}`))}`;
  });
  const here = Object.keys(meanings).map((option) => `${code(`--${option}`)} is here: ${prose(optionSummary(option, spec))}.`);
  const formats = options.includes('format') ? [`Writes ${codes(formatsOf(spec))}, the first by default.`] : [];
  return [
    `## ${name}`,
    `${summary[0].toUpperCase()}${summary.slice(1)}.`,
    block('', [`flamestep ${name} [options] ${operands}`.trimEnd()]),
    about(description),
    [...formats, ...here].join(' '),
    block(
      'sh',
      examples.flatMap(([line, meaning]) => [`# ${meaning}`, `flamestep ${line}`]),
    ),
    groups.join('\n'),
  ];
}

/** Help breaks lines to fit a terminal; a page does so by itself. */
function about(description) {
  const sentences = sentencesOf(description);
  const own = sentences.filter((sentence) => !SHARED.has(sentence));
  if (own.length === sentences.length) return prose(own.join(' '));
  const about = own.filter((sentence) => sentence !== MERGES);
  return `${prose(about.join(' '))} [PROFILE](#profiles) is described above${about.length < own.length ? '; several are merged into one' : ''}.`;
}

function sharedSentences(descriptions) {
  const all = descriptions.flatMap(sentencesOf);
  return new Set(all.filter((sentence) => sentence !== MERGES && all.filter((one) => one === sentence).length > 2));
}

function sentencesOf(lines) {
  return lines.join(' ').split(/(?<=\.) (?=[A-Z{])/);
}

function block(language, lines) {
  return [`\`\`\`${language}`, ...lines, '```'].join('\n');
}

function groupTable(group) {
  const names = Object.keys(OPTIONS).filter((name) => OPTIONS[name].group === group);
  return table(
    ['option', 'what it does', 'commands'],
    names.map((name) => [code(optionUsage(name)), prose(optionSummary(name)), commandsWith(name)]),
  );
}
