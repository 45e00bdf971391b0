import { normalizeText } from './normalize-text.ts';

/** Text from outside for a terminal: no escape sequence survives, because their first character does not. */
export function terminalText(text: string, longest?: number): string {
  return normalizeText(text, longest);
}

/** A line that GitHub would read as a workflow command. */
const COMMAND = /^(\s*)(?=::|##\[)/gm;

/** Puts a mark before every line that a CI system would take for a command of ours. */
export function guardCommands(output: string): string {
  return output.replace(COMMAND, '$1› ');
}
