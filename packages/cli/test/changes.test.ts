import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flamestep } from './fake-io.ts';

const fixtures = new URL('../../../fixtures/', import.meta.url);

function filesOf(version: string): [string, Uint8Array][] {
  const folder = new URL(`changes/${version}/`, fixtures);
  return readdirSync(folder).map((name) => [`${version}/${name}`, readFileSync(new URL(name, folder))]);
}

/** Recorded changes of which it is known what they did; fixtures/README.md tells the story of each. */
const CHANGES = ['renamed', 'inlined', 'moved-file', 'split', 'new-closure', 'new-function', 'uniform', 'faster'];

// To make changes/*.txt anew: npx vitest run packages/cli/test/changes --update
test.each(CHANGES)('the report of the change %s', async (change) => {
  const patch = readFileSync(new URL(`programs/changes/${change}.patch`, fixtures));
  const files = { ...Object.fromEntries([...filesOf('base'), ...filesOf(change)]), 'change.patch': patch };
  const line = `diff --base base/*.pb.gz --head ${change}/*.pb.gz --changed-files=change.patch`;
  const { code, out, err } = await flamestep(line, { files });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  await expect(out).toMatchFileSnapshot(`changes/${change}.txt`);
});

test('a function that is gone is the mirror of one that is new', async () => {
  const files = Object.fromEntries([...filesOf('base'), ...filesOf('new-function')]);
  const { out } = await flamestep('diff --base new-function/*.pb.gz --head base/*.pb.gz', { files });
  await expect(out).toMatchFileSnapshot('changes/removed-function.txt');
});

test('the same program twice', async () => {
  const runs = (isFirst: boolean) => filesOf('base').filter(([name]) => Number(/\/(\d+)/.exec(name)![1]) <= 5 === isFirst);
  const rename = (side: string, list: [string, Uint8Array][]) =>
    list.map(([name, data]): [string, Uint8Array] => [name.replace('base', side), data]);
  const files = Object.fromEntries([...rename('first', runs(true)), ...rename('second', runs(false))]);
  const { out } = await flamestep('diff --base first/*.pb.gz --head second/*.pb.gz', { files });
  await expect(out).toMatchFileSnapshot('changes/nothing.txt');
});
