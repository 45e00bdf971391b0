import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { entryPoints } from './entry-points.mjs';

const entries = entryPoints(fileURLToPath(new URL('../..', import.meta.url)));
const reportOf = (specifier) => entries.filter((entry) => entry.specifier === specifier).map(({ report }) => basename(report));

test('each entry of a published package has a report of its own', () => {
  expect(reportOf('@flamestep/pprof')).toEqual(['report.api.md']);
  expect(reportOf('@flamestep/flamegraph/script')).toEqual(['report-script.api.md']);
  expect(reportOf('@flamestep/backstage-plugin-flamestep/alpha')).toEqual(['report-alpha.api.md']);
});

test('what nobody imports has none', () => {
  expect(entries.map(({ specifier }) => specifier).filter((name) => ['flamestep', 'app', 'backend'].includes(name))).toEqual([]);
});
