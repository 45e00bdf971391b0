import { nearest } from './arguments/nearest.ts';
import { parseArguments } from './arguments/parse-arguments.ts';
import type { ParsedArguments } from './arguments/parse-arguments.ts';
import { CliError } from './cli-error.ts';
import { checkOptions } from './commands/command-options.ts';
import { COMMAND_ALIASES, COMMANDS, findCommand } from './commands/command-table.ts';
import type { CommandSpec } from './commands/command.ts';
import { isSwitchedOn } from './environment-switch.ts';
import type { Io } from './io.ts';

/** Exit codes; 1, a check that failed, is for commands that judge. */
const OK = 0;
const BAD_INPUT = 2;

/** What pprof writes as an option, `-top`. */
const FORMATS = [
  ...COMMANDS.filter((command) => command.isPprofReport).map(({ name, takesPattern = false }) => ({ name, takesPattern })),
  ...Object.keys(COMMAND_ALIASES).map((name) => ({ name, takesPattern: false })),
];

/** Runs a command line (without `node` and the script) and returns the exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(parseArguments(argv, FORMATS), io);
  } catch (error) {
    // Whoever read our output has seen enough, as in `flamestep top … | head`.
    if (isBrokenPipe(error)) return OK;
    const message = error instanceof CliError ? error.message : (await import('./describe-error.ts')).describeError(error);
    io.writeErr(`flamestep: ${oneLine(message)}\n`);
    if (isSwitchedOn(io.env['FLAMESTEP_DEBUG'])) io.writeErr(`${error instanceof Error ? error.stack : String(error)}\n`);
    return BAD_INPUT;
  }
}

async function dispatch(parsed: ParsedArguments, io: Io): Promise<number> {
  if (parsed.version) {
    io.writeOut(`${(await import('./version.ts')).VERSION}\n`);
    return OK;
  }
  const [first, ...rest] = parsed.operands;
  if (parsed.format === undefined && first === 'help') return writeHelp(nameIn(rest), io);
  const name = parsed.format ?? nameIn(parsed.operands);
  if (parsed.help) return writeHelp(name, io);
  if (name === undefined) throw new CliError('usage', 'no command; `flamestep help` lists the commands');
  const command = commandNamed(name);
  const notes = [...parsed.notes, ...checkOptions(command, parsed.given, parsed.options.format)];
  for (const note of notes) io.writeErr(`flamestep: ${note}\n`);
  const runCommand = await command.load();
  const words = parsed.format === undefined ? name.split(' ').length : 0;
  const operands = parsed.operands.slice(words);
  const behind = parsed.behind.slice(words);
  return (await runCommand({ operands, behind, options: parsed.options, given: parsed.given }, io)) ?? OK;
}

/** The command that the words begin with, which may be of two: `maturity lint`. */
function nameIn([first, second]: readonly string[]): string | undefined {
  const both = `${first} ${second}`;
  return COMMANDS.some(({ name }) => name === both) ? both : first;
}

async function writeHelp(name: string | undefined, io: Io): Promise<number> {
  if (name === undefined) io.writeOut((await import('./help/general-help.ts')).generalHelp());
  else io.writeOut((await import('./help/command-help.ts')).commandHelp(commandNamed(name)));
  return OK;
}

function commandNamed(name: string): CommandSpec {
  const command = findCommand(name);
  if (command) return command;
  const meant = nearest(name, [...COMMANDS.map((candidate) => candidate.name), 'help']);
  const looksLikeFile = /[./\\]/.test(name) || name === '-';
  throw new CliError(
    'usage',
    looksLikeFile
      ? `'${name}' is no command; to look at a profile write \`flamestep top ${name}\``
      : `unknown command '${name}'${meant === undefined ? '' : `; did you mean ${meant}?`} (\`flamestep help\` lists the commands)`,
  );
}

/** Names in messages come from files and may hold line ends and terminal codes. */
function oneLine(message: string): string {
  return message.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
