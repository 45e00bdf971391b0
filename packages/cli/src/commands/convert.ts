import { encode } from '@flamestep/pprof';
import { CliError } from '../cli-error.ts';
import { createProgress } from '../progress.ts';
import { sourcesOf } from '../operand-sources.ts';
import { readOptionsOf, readSource } from '../read-source.ts';
import { writeResult } from '../write-result.ts';
import type { RunCommand } from './command.ts';

export const runConvert: RunCommand = async ({ operands, options }, io) => {
  const sources = sourcesOf(operands, io);
  if (sources.length !== 1) {
    throw new CliError(
      'usage',
      sources.length === 0
        ? 'convert takes a profile: `flamestep convert PROFILE -o OUT.pb.gz`'
        : `convert takes one profile, not ${sources.length}; to merge several use \`flamestep proto\``,
    );
  }
  const progress = createProgress(io);
  const profile = await readSource(sources[0], readOptionsOf(options), io, progress);
  const bytes = encode({ ...profile, comments: [...profile.comments, ...options['add-comment']] });
  progress.done();
  writeResult(bytes, options.output, io);
  return undefined;
};
