import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ActionName, METADATA_FILES, readMetadata } from '../scripts/action-metadata.ts';
import { readJob } from '../src/event/job.ts';
import { InputReader } from '../src/inputs/input-reader.ts';
import { readMeasureInputs } from '../src/inputs/measure-inputs.ts';
import { readMergeInputs } from '../src/inputs/merge-inputs.ts';
import { commentOnRun } from '../src/second-stage/comment-on-run.ts';

const ACTIONS = Object.keys(METADATA_FILES) as ActionName[];

/** What each action reads; the least that it must be given. */
const READERS = {
  main: {
    read: (inputs) => readMeasureInputs(inputs, 'bench'),
    given: { run: './bench {profile}', 'portal-url': 'https://portal.example' },
  },
  merge: { read: (inputs) => readMergeInputs(inputs, 'bench'), given: { expected: 'linux', 'github-token': 'ghs_of-a-test' } },
  comment: { read: readInVain, given: { 'github-token': 'ghs_of-a-test' } },
} satisfies Record<ActionName, { read(inputs: InputReader): unknown; given: Readonly<Record<string, string>> }>;

/** The second stage reads its inputs before it sees that it runs on the wrong event. */
async function readInVain(inputs: InputReader): Promise<void> {
  const nothing = () => undefined;
  const log = { info: nothing, notice: nothing, warning: nothing, error: nothing };
  const job = readJob({}, new Date(0));
  await expect(commentOnRun({ job, inputs, log, wait: async () => undefined })).rejects.toThrow('workflow_run');
}

/** Reads inputs from a table as the action reads them, and notes which it asks for. */
function reading(table: Readonly<Record<string, string>>) {
  const asked = new Set<string>();
  const inputs = new InputReader((name) => {
    asked.add(name);
    return table[name] ?? '';
  });
  return { asked, inputs };
}

describe.each(ACTIONS)('%s', (action) => {
  const { inputs: declared, outputs, runs } = readMetadata(action);
  const { read, given } = READERS[action];

  test('declares the inputs that it reads, and no others', async () => {
    const { asked, inputs } = reading(given);
    await read(inputs);
    expect([...asked].sort()).toEqual(Object.keys(declared).sort());
  });

  test('declares the defaults that hold without them', async () => {
    const defaults = Object.fromEntries(
      Object.entries(declared).flatMap(([name, { default: value }]) =>
        value === undefined || name === 'github-token' ? [] : [[name, value]],
      ),
    );
    expect(await read(reading({ ...defaults, ...given }).inputs)).toEqual(await read(reading(given).inputs));
    expect(declared['github-token']?.default).toMatch(/^\$\{\{ github\.token \}\}$/);
  });

  test('declares the outputs that it sets, and no others', () => {
    expect(Object.keys(outputs).sort()).toEqual(outputsSetIn(action).sort());
  });

  test('starts its bundle on Node 24', () => {
    expect(runs).toEqual({ using: 'node24', main: action === 'main' ? 'packages/action/dist/main.js' : `../dist/${action}.js` });
    expect(source('../build.mjs')).toContain(`${action}: 'src/${action}.ts'`);
  });
});

test('the README and action.yml name a default, or what holds without one', () => {
  for (const [name, { description, default: value }] of Object.entries(readMetadata('main').inputs)) {
    if (value === undefined)
      expect(`${name}: ${description}`).toMatch(/Without it|Instead of|Needed|In a matrix|before `run`|Address of/);
  }
});

/** By the source, because most are set only at the end of a whole run. `status` is set by every entry that fails. */
function outputsSetIn(action: ActionName): string[] {
  const file = { main: 'measure/announce.ts', comment: 'second-stage/comment-on-run.ts', merge: 'merging/merge-results.ts' }[
    action
  ];
  const text = source(`../src/${file}`);
  const table = /const outputs = \{([^}]*)\}/.exec(text)?.[1] ?? '';
  const listed = [...table.matchAll(/^\s*'?([\w-]+)'?(?:,|:)/gm), ...text.matchAll(/setOutput\('([\w-]+)'/g)].map(
    ([, name]) => name!,
  );
  return [...new Set([...listed, 'status'])];
}

function source(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
