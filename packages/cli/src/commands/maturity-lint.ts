import { isMaturityError, readModel } from '@flamestep/maturity';
import { CliError } from '../cli-error.ts';
import { faultLines } from '../maturity/read-input.ts';
import { readText } from '../read-text.ts';
import { writeResult } from '../write-result.ts';
import type { RunCommand } from './command.ts';

const CHECK_FAILED = 1;

export const runMaturityLint: RunCommand = async ({ operands, options }, io) => {
  const [source, ...others] = operands;
  if (source === undefined || others.length > 0) {
    throw new CliError('usage', 'maturity lint takes one model: `flamestep maturity lint MODEL.yaml`');
  }
  const text = readText(source, io);
  const isJson = options.format === 'json';
  try {
    const { id, version, checks, kinds, comparable } = readModel(text);
    const comparison = comparable
      ? 'its steps can be compared with those of others'
      : 'a gate is easier, so its steps cannot be compared';
    const said = `${source} is in order: model ${id} ${version} with ${checks.length} checks for ${kinds.join(', ')}; ${comparison}.\n`;
    writeResult(isJson ? asJson([]) : said, options.output, io);
    return undefined;
  } catch (error) {
    if (!isMaturityError(error)) throw error;
    if (error.problems.length === 0) throw new CliError('input', `${source}: ${error.message}`, error);
    writeResult(isJson ? asJson(error.problems) : `${faultLines(source, error).join('\n')}\n`, options.output, io);
    return CHECK_FAILED;
  }
};

function asJson(problems: readonly unknown[]): string {
  return `${JSON.stringify({ problems }, undefined, 2)}\n`;
}
