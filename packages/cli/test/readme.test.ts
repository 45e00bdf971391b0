import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withCurrentTables } from '../scripts/readme-tables.ts';
import { findOption, bareName } from '../src/arguments/find-option.ts';
import { COMMANDS } from '../src/commands/command-table.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the tables of the README are current', () => {
  expect(withCurrentTables(readme), 'to mend it: npm run readme -w flamestep').toBe(readme);
});

test('a README without a place for the tables is refused', () => {
  expect(() => withCurrentTables('# flamestep')).toThrow("the README needs '<!-- commands: made by npm run readme -->'");
});

test('every option that the examples use exists', () => {
  const lines = [...readme.matchAll(/^(?:\$ )?flamestep (.*)$/gm)].map(([, line]) => line);
  const examples = [...lines, ...COMMANDS.flatMap((command) => command.examples.map(([line]) => line))];
  // What stands behind -- is the command line of another program.
  const ours = examples.map((line) => line.replace(/ -- .*/, ''));
  const options = ours.flatMap((line) => line.match(/(?<=\s)--?[a-z][\w-]*/g) ?? []);
  expect(options.length).toBeGreaterThan(10);
  const known = ['top', 'version', 'help'];
  expect(
    options.filter((option) => !findOption(bareName(option).replace(/^no-/, '')) && !known.includes(bareName(option))),
  ).toEqual([]);
});

test('the assessment in the README is what the command prints', () => {
  const [, shown] = /<!-- maturity: .*? -->\n```\n([\s\S]*?)\n```/.exec(readme) ?? [];
  expect(readFileSync(new URL('maturity/text.txt', import.meta.url), 'utf8').startsWith(shown!)).toBe(true);
});
