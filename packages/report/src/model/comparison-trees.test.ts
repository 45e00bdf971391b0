import { readFileSync, readdirSync } from 'node:fs';
import { decode } from '@flamestep/pprof';
import { expect, test } from 'vitest';
import { reportRuns } from './report-runs.ts';

const CHANGES = new URL('../../../../fixtures/changes/', import.meta.url);

/** Recorded runs of a program; fixtures/README.md says what each change did. */
const runs = (side: string) =>
  readdirSync(new URL(`${side}/`, CHANGES))
    .filter((name) => /^[1-5]\.pb\.gz$/.test(name))
    .map((name) => decode(readFileSync(new URL(`${side}/${name}`, CHANGES))));

test.each([
  ['per operation', { base: [40, 40, 40, 40, 40], head: [40, 40, 40, 40, 40] }],
  ['relative', undefined],
])('a function costs in the tree what it costs in the table: %s', (_, operations) => {
  const report = reportRuns({
    base: runs('base'),
    head: runs('faster'),
    compareOptions: { operations },
    withTrees: true,
    subject: { name: 'metrics', head: {} },
    provenance: { tool: 'test' },
  });
  const [[profile], [tree]] = [report.profiles, report.trees ?? []];
  const { names, functions } = tree!;
  const drawn = profile!.functions.filter(({ name }) => names.includes(name));
  expect(drawn.length).toBeGreaterThan(5);
  for (const { name, base, head } of drawn) {
    const row = functions!.name.indexOf(names.indexOf(name));
    expect(functions!.ownBase![row]! / base).toBeCloseTo(1, 6);
    expect(functions!.ownHead[row]! / head).toBeCloseTo(1, 6);
  }
});
