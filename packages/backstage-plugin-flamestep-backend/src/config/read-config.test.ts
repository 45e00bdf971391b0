import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { expect, test } from 'vitest';
import { readConfig } from './read-config.ts';

const read = (flamestep: object) => readConfig(new ConfigReader({ flamestep: flamestep as never }));

test('nothing has to be said', () => {
  const config = readConfig(new ConfigReader({}));
  expect(config).toMatchObject({
    catalog: { filter: [{ kind: 'Component' }], tier: 3 },
    mainBranches: ['main', 'master'],
    sources: [],
    targets: { 1: 2, 2: 1, 3: 1 },
    notifications: { enabled: false },
    retention: { reportDays: 400, pullRequestDays: 90 },
  });
});

test('sources keep their credentials apart', () => {
  const { sources, authorization } = read({
    sources: [
      { type: 'prometheus', url: 'https://prometheus.example.com/a', authorization: 'Bearer one', pageSeverities: ['page'] },
      { type: 'github', authorization: 'Bearer two', environment: 'prod', canaryEnvironment: 'beta', dryRunEnvironment: 'dry' },
      { type: 'newrelic', account: 7, authorization: 'key' },
      { type: 'grafana', url: 'https://grafana.example.com' },
      { type: 'alertmanager', instance: 'eu', url: 'http://alerts:9093', labels: { team: 'shop' } },
    ],
  });
  expect(sources).toEqual([
    { type: 'prometheus', url: 'https://prometheus.example.com/a', pageSeverities: ['page'] },
    { type: 'github', environment: 'prod', canaryEnvironment: 'beta', dryRunEnvironment: 'dry' },
    { type: 'newrelic', account: 7 },
    { type: 'grafana', url: 'https://grafana.example.com' },
    { type: 'alertmanager', instance: 'eu', url: 'http://alerts:9093', labels: { team: 'shop' } },
  ]);
  expect(authorization.split('\n')).toEqual([
    'https://prometheus.example.com Bearer one',
    'https://api.github.com Bearer two',
    'https://api.newrelic.com key',
  ]);
});

test('Google Cloud is asked by its project, with one token for its three addresses', () => {
  const urls = { logging: 'https://logging.example.com' };
  const { sources, authorization } = read({
    sources: [{ type: 'google-cloud', project: 'shop-prod', urls, authorization: 'Bearer one' }],
  });
  expect(sources).toEqual([{ type: 'google-cloud', project: 'shop-prod', urls }]);
  expect(authorization.split('\n')).toEqual([
    'https://logging.example.com Bearer one',
    'https://cloudtrace.googleapis.com Bearer one',
    'https://cloudprofiler.googleapis.com Bearer one',
  ]);
});

const stricter = {
  apiVersion: 'flamestep.io/v1',
  kind: 'Model',
  metadata: { id: 'shop', version: '1.0.0', extends: 'builtin@1' },
};

test("a model of one's own judges the kinds that it names", () => {
  const folder = mkdtempSync(join(tmpdir(), 'flamestep-model-'));
  const file = join(folder, 'model.yaml');
  writeFileSync(file, JSON.stringify(stricter));
  for (const { models } of [read({ models: [{ inline: stricter }] }), read({ models: [{ file }] })]) {
    expect([models.backend.id, models.web.id, models.library.id]).toEqual(['shop', 'shop', 'library']);
  }
  rmSync(folder, { recursive: true });
});

test('tiers and types of components are keys, whatever they look like', () => {
  const { targets, catalog } = read({ targets: { '1': 3, '4': 0 }, catalog: { types: { 'grpc.api': 'backend' } } });
  expect(targets).toEqual({ 1: 3, 4: 0 });
  expect(catalog.types).toMatchObject({ service: 'backend', 'grpc.api': 'backend' });
});

test.each([
  [{ sources: [{ type: 'datadog' }] }, "type 'datadog' is not known"],
  [{ sources: [{ type: 'loki', url: 'logs', authorization: 'Bearer x' }] }, 'flamestep.sources[0]: url is no address'],
  [{ catalog: { types: { service: 'server' } } }, "flamestep.catalog.types.service is 'server'"],
  [{ catalog: { tier: 9 } }, 'a tier is 1 to 4'],
  [{ targets: { '5': 1 } }, 'flamestep.targets.5 is of no tier'],
  [{ targets: { '1': 'two' } }, 'flamestep.targets.1 is NaN'],
  [{ ingest: { maxBytes: 0 } }, 'flamestep.ingest.maxBytes is 0'],
  [{ sources: [{ type: 'google-cloud' }] }, 'project'],
  [{ models: [{}] }, 'flamestep.models[0] takes either file or inline'],
  [{ models: [{ file: '/nowhere/model.yaml' }] }, 'flamestep.models[0]: /nowhere/model.yaml cannot be read'],
  [{ models: [{ inline: { kind: 'Other' } }] }, 'flamestep.models[0]:'],
  [{ models: [{ inline: stricter }, { inline: stricter }] }, 'both judge services of the kind backend'],
  [{ pagesPath: 'flamestep' }, "flamestep.pagesPath is 'flamestep'; give a path that begins with /"],
  [{ catalog: { filter: { kind: 7 } } }, 'must hold texts'],
])('%j is refused', (flamestep, message) => {
  expect(() => read(flamestep)).toThrow(message);
});
