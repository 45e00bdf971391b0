import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flamestep } from './fake-io.ts';

const files = {
  'cpu.folded': 'main;parse 30\nmain 12\n',
  'labels.pb': readFileSync(new URL('../../../fixtures/edge/labels.pb', import.meta.url)),
  'inlined.pb': readFileSync(new URL('../../../fixtures/edge/inlined.pb', import.meta.url)),
};

async function json(line: string): Promise<unknown> {
  const [command, ...rest] = line.split(' ');
  return JSON.parse((await flamestep([command, '--format=json', ...rest], { files })).out);
}

test('top', async () => {
  expect(await json('top cpu.folded')).toEqual({
    sampleType: { type: 'samples', unit: 'count' },
    total: 42,
    rows: [
      { name: 'parse', flat: 30, cum: 30 },
      { name: 'main', flat: 12, cum: 42 },
    ],
  });
});

test('values are in the unit of the sample type, whatever the text shows', async () => {
  expect(await json('top --unit=s --divide-by=2 cpu.folded')).toEqual(await json('top cpu.folded'));
});

test('tree and peek', async () => {
  const tree = {
    sampleType: { type: 'samples', unit: 'count' },
    total: 42,
    rows: [
      { name: 'parse', flat: 30, cum: 30, callers: [{ name: 'main', value: 30, inline: false }], callees: [] },
      { name: 'main', flat: 12, cum: 42, callers: [], callees: [{ name: 'parse', value: 30, inline: false }] },
    ],
  };
  expect(await json('tree cpu.folded')).toEqual(tree);
  expect(await json('peek parse cpu.folded')).toEqual({ ...tree, rows: [tree.rows[0]] });
});

test('traces, with what was inlined', async () => {
  expect(await json('traces cpu.folded')).toEqual({
    sampleType: { type: 'samples', unit: 'count' },
    total: 42,
    traces: [
      {
        value: 30,
        labels: [],
        frames: [
          { name: 'parse', inline: false },
          { name: 'main', inline: false },
        ],
      },
      { value: 12, labels: [], frames: [{ name: 'main', inline: false }] },
    ],
  });
  expect(JSON.stringify(await json('traces inlined.pb'))).toContain('"inline":true');
});

test('traces with labels, whose numbers are text because they use 64 bits', async () => {
  const { traces } = (await json('traces labels.pb')) as { traces: { labels: { key: string; values: unknown[] }[] }[] };
  const labels = traces.flatMap((trace) => trace.labels);
  expect(labels.length).toBeGreaterThan(0);
  for (const { values } of labels) for (const value of values) expect(value).toBeTypeOf('string');
  expect(labels.some((label) => 'unit' in label)).toBe(true);
  expect(labels.some((label) => !('unit' in label))).toBe(true);
});

test('tags', async () => {
  const { tags } = (await json('tags labels.pb')) as { tags: unknown[] };
  expect(tags[0]).toEqual({ key: expect.any(String), total: expect.any(Number), values: expect.any(Array) });
});

test('comments', async () => {
  expect(await json('comments --add-comment=hi cpu.folded')).toEqual({ comments: ['hi'] });
});

test.each(['raw', 'proto', 'topproto', 'convert', 'view'])('%s has no JSON form', async (command) => {
  const { code, err } = await flamestep(`${command} --format=json cpu.folded`, { files });
  expect({ code, err }).toEqual({
    code: 2,
    err: `flamestep: ${command} has no option --format; \`flamestep help ${command}\` lists those that it has\n`,
  });
});
