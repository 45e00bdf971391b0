import { peek, renderTree } from '@flamestep/pprof';
import { CliError } from '../cli-error.ts';
import type { RunCommand } from './command.ts';
import { runReport } from './report-command.ts';
import { treeJson } from './tree-json.ts';

export const runPeek: RunCommand = async (invocation, io) => {
  const [pattern, ...operands] = invocation.operands;
  if (pattern === undefined || operands.length === 0) {
    throw new CliError('usage', 'peek takes a pattern and then profiles: `flamestep peek PATTERN PROFILE`');
  }
  if (io.kindOf(pattern) === 'file' && operands.every((operand) => io.kindOf(operand) === undefined)) {
    throw new CliError('usage', `the pattern comes first: \`flamestep peek ${operands[0]} ${pattern}\``);
  }
  return runReport(
    { addsUp: true, build: (profile, options) => peek(profile, pattern, options), text: renderTree, json: treeJson },
    { ...invocation, operands },
    io,
    [pattern],
  );
};
