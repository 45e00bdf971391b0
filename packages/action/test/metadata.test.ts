import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMetadata } from '../scripts/action-metadata.ts';
import { InputReader } from '../src/inputs/input-reader.ts';
import { readMeasureInputs } from '../src/inputs/measure-inputs.ts';

const main = readMetadata('main');

/** Reads inputs from a table as the action reads them, and notes which it asks for. */
function reading(table: Readonly<Record<string, string>>, asked = new Set<string>()) {
  const inputs = new InputReader((name) => {
    asked.add(name);
    return table[name] ?? '';
  });
  return { asked, inputs };
}

/** Only the defaults that do not depend on the job. */
const defaults = Object.fromEntries(
  Object.entries(main.inputs).flatMap(([name, { default: value }]) => (value === undefined ? [] : [[name, value]])),
);

describe('the inputs that action.yml declares', () => {
  test('are those that the action reads', () => {
    const { asked, inputs } = reading({ run: './bench {profile}', 'portal-url': 'https://portal.example' });
    readMeasureInputs(inputs, 'bench');
    expect([...asked].sort()).toEqual(Object.keys(main.inputs).sort());
  });

  test.each([{ head: 'head/*.pb.gz' }, { run: './bench {profile}' }])(
    'have the defaults that the action has without them: %j',
    (given) => {
      const declared = readMeasureInputs(reading({ ...defaults, ...given }).inputs, 'bench');
      const { token, ...others } = readMeasureInputs(reading(given).inputs, 'bench');
      expect(declared).toEqual({ ...others, token: '${{ github.token }}' });
      expect(token).toBeUndefined();
    },
  );

  test('say their default, or what holds without them', () => {
    for (const [name, { description, default: value }] of Object.entries(main.inputs)) {
      if (value !== undefined) continue;
      expect(`${name}: ${description}`).toMatch(/Without|Instead|Needed|In a matrix|Commands that|Address of/);
    }
  });
});

test.each(['main', 'comment', 'merge'] as const)('%s starts its bundle on Node 24', (action) => {
  const { runs } = readMetadata(action);
  expect(runs.using).toBe('node24');
  expect(runs.main).toBe(action === 'main' ? 'packages/action/dist/main.js' : `../dist/${action}.js`);
  expect(readFileSync(new URL('../build.mjs', import.meta.url), 'utf8')).toContain(`${action}: 'src/${action}.ts'`);
});
