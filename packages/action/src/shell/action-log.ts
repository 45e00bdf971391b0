import { error, info, notice, warning } from '@actions/core';
import type { ErrorPlace } from '../action-error.ts';

/** What a step says while it runs. Notices and warnings also stand on the run's page. */
export interface ActionLog {
  /** A line of the log. */
  info(line: string): void;
  notice(text: string): void;
  warning(text: string): void;
  error(text: string, place?: Partial<ErrorPlace>): void;
}

/** The log of the runner. Texts may hold what profiles and other people wrote: no command for the runner can form in them. */
export const runnerLog: ActionLog = {
  info: (line) => info(asLine(line)),
  // The toolkit escapes what stands in a command.
  notice: (text) => notice(text),
  warning: (text) => warning(text),
  error: (text, { file, line } = {}) =>
    error(text, { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { startLine: line }) }),
};

/** The runner takes lines for commands that begin with `::`, and any that hold `##[`. */
export function asLine(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
    .replaceAll('##[', '## [')
    .replace(/^\s*::/, ': :');
}
