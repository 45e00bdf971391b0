import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { OPTIONS } from '../src/arguments/option-table.ts';
import { COMMANDS } from '../src/commands/command-table.ts';
import { flamestep } from './fake-io.ts';

// To make help/*.txt anew: npx vitest run packages/cli/test/help --update
test('the list of commands', async () => {
  const { out, code } = await flamestep('--help');
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot('help/flamestep.txt');
});

test.each(COMMANDS.map(({ name }) => name))('help %s', async (name) => {
  const { out, code } = await flamestep(`help ${name}`);
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot(`help/${name.replace(' ', '-')}.txt`);
});

test.each(['top --help', 'top -h x.pb', '-h top', '-top --help', 'help text', 'text --help'])('%s is help top', async (line) => {
  expect((await flamestep(line)).out).toBe((await flamestep('help top')).out);
});

test('help fits into a terminal of 100 columns', async () => {
  for (const command of ['', ...COMMANDS.map(({ name }) => name)]) {
    const { out } = await flamestep(`help ${command}`);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  }
});

test('every option belongs to a command', () => {
  const groups = COMMANDS.flatMap((command) => command.groups);
  for (const { group } of Object.values(OPTIONS)) expect(groups).toContain(group);
});

test('--version', async () => {
  expect((await flamestep('--version')).out).toBe(`${packageJson.version}\n`);
});
