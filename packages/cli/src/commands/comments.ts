import { comments, renderComments } from '@flamestep/pprof';
import { readProfile } from '../read-profiles.ts';
import { writeResult } from '../write-result.ts';
import type { RunCommand } from './command.ts';

export const runComments: RunCommand = async ({ operands, options }, io) => {
  const lines = comments(await readProfile(operands, options, io));
  const text = options.format === 'json' ? `${JSON.stringify({ comments: lines })}\n` : renderComments(lines);
  writeResult(text, options.output, io);
  return undefined;
};
