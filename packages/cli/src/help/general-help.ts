import { COMMANDS } from '../commands/command-table.ts';
import { twoColumns } from './two-columns.ts';

/** `flamestep --help`. */
export function generalHelp(): string {
  return [
    'flamestep: what a program spends its time and memory on, and what a change did to it',
    '',
    'Usage: flamestep COMMAND [options] PROFILE...',
    '',
    'Commands:',
    ...twoColumns([
      ...COMMANDS.map(({ name, summary }) => [name, summary] as const),
      ['help COMMAND', 'options and examples of a command'],
    ]),
    '',
    'Examples:',
    '  flamestep top cpu.pb.gz',
    '  flamestep top --diff-base=before.pb.gz after.pb.gz',
    '  flamestep view --base=before.pb.gz after.pb.gz',
    '  flamestep maturity --prometheus=http://localhost:9090',
    '',
    'Options have the names they have in pprof, with two dashes, and dashes for underscores. A command',
    'line of pprof works as it is: flamestep -top -sample_index=cpu cpu.pb.gz',
    '',
    'Exit codes: 0 all is well, 1 a check failed, 2 the command line or an input is wrong, 130 Ctrl-C.',
    '',
  ].join('\n');
}
