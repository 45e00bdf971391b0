import { CliError } from '../cli-error.ts';
import { detectName } from '../maturity/detect-name.ts';
import { manifestTemplate } from '../maturity/manifest-template.ts';
import { MANIFEST } from '../maturity/read-input.ts';
import { writeFile, writeResult } from '../write-result.ts';
import type { RunCommand } from './command.ts';

const NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/;

export const runMaturityInit: RunCommand = async ({ operands, options }, io) => {
  if (operands.length > 0) throw new CliError('usage', 'maturity init takes no file; write it elsewhere with -o FILE');
  if (options.name !== undefined && !NAME.test(options.name)) {
    throw new CliError('usage', `--name takes letters, digits and . _ / -, not '${options.name}'`);
  }
  const found = options.name === undefined ? detectName(io) : { name: options.name, from: '--name' };
  const { output: file = MANIFEST, kind = 'backend', force } = options;
  const text = manifestTemplate(found?.name ?? 'my-service', kind, new Date(io.now()).toISOString().slice(0, 10));
  if (file === '-') {
    writeResult(text, undefined, io);
    return undefined;
  }
  if (!force && io.kindOf(file) !== undefined) {
    throw new CliError('output', `${file} is there already; --force replaces it, -o FILE writes elsewhere`);
  }
  writeFile(file, text, io);
  const who = found === undefined ? 'my-service (change it: no name was found)' : `${found.name} (from ${found.from})`;
  io.writeErr(`flamestep: wrote ${file} for ${who}. Next: \`flamestep maturity${file === MANIFEST ? '' : ` ${file}`}\`\n`);
  return undefined;
};
