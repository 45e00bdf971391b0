import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { difference, summary } from './oracle/compare.ts';
import { askFlamestep } from './oracle/flamestep.ts';
import { readGoldens, writeGoldens } from './oracle/golden.ts';

vi.setConfig({ testTimeout: 60_000 });

const fixtures = fileURLToPath(new URL('../../../fixtures', import.meta.url));
const files = readdirSync(`${fixtures}/goldens`);
const REMEDY = 'If a profile or a list of commands has changed, make them anew: npx node fixtures/make-goldens.ts';

test.each(files)('%s', async (name) => {
  const goldens = readGoldens(readFileSync(`${fixtures}/goldens/${name}`, 'utf8'));
  expect(goldens.length).toBeGreaterThan(0);
  const differences: string[] = [];
  for (const { args, answer } of goldens) {
    const found = difference(args, answer, await askFlamestep(args, fixtures));
    if (found !== undefined) differences.push(found);
  }
  if (differences.length > 0) expect.fail(summary(differences, goldens.length, REMEDY));
});

test('goldens survive being written and read', () => {
  const goldens = [
    { args: ['-top', '-focus=a b', 'x.pb'], answer: { text: 'Type: cpu\n     1  50% main\n' } },
    { args: ['-tags', 'x.pb'], answer: { text: 'no line break at the end' } },
    { args: ['-raw', 'x.pb'], answer: { text: '\n' } },
    { args: ['-top', 'y.pb'], answer: { error: 'refused' } },
    { args: ['-comments', 'x.pb'], answer: { text: '' } },
  ];
  expect(readGoldens(writeGoldens(goldens))).toEqual(goldens);
});
