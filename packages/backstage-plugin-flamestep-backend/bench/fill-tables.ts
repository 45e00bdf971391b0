import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { Assessor } from '../src/assess/Assessor.ts';
import { readEntity } from '../src/catalog/read-entity.ts';
import { readConfig } from '../src/config/read-config.ts';
import { DatabaseAssessmentStore } from '../src/store/DatabaseAssessmentStore.ts';
import { DatabaseReportStore } from '../src/store/DatabaseReportStore.ts';
import { DatabaseServiceStore } from '../src/store/DatabaseServiceStore.ts';
import { DatabaseTrendStore } from '../src/store/DatabaseTrendStore.ts';
import { isPostgres } from '../src/store/sql.ts';
import { TrendKeeper } from '../src/trend/TrendKeeper.ts';
import { component } from '../test/sample-catalog.ts';
import { fakeSource } from '../test/sample-evidence.ts';
import { dailyReports } from '../test/sample-report.ts';

const FIRST = 'component:default/service-0';
const TEAMS = 200;
const DAY_MS = 86_400_000;

/**
 * One service through the code of the plugin, with a year of daily results and weekly assessments, and then as many copies of it
 * as are wanted, made by the database: with owners, tiers, steps and trends that differ.
 */
export async function fillTables(knex: Knex, services: number): Promise<void> {
  await knex.migrate.latest({ directory: resolvePackagePath('@flamestep/backstage-plugin-flamestep-backend', 'migrations') });
  await makeFirst(knex);
  const copies = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${services - 1})`;
  const name = `'component:default/service-' || n.i`;
  const copy = async (table: string, changed: Record<string, string>, where = `entity_ref = '${FIRST}'`) => {
    const columns = Object.keys(await knex(table).columnInfo());
    const values = columns.map((column) => changed[column] ?? `t.${column}`);
    await knex.raw(
      `INSERT INTO ${table} (${columns.join(', ')}) ${copies} SELECT ${values.join(', ')} FROM n CROSS JOIN ${table} t WHERE t.${where}`,
    );
  };
  await copy('services', {
    entity_ref: name,
    search: `'service-' || n.i`,
    service_name: `'service-' || n.i`,
    repository: `'shop/service-' || n.i`,
    digest: `'copy-' || n.i`,
    tier: '1 + n.i % 4',
    step: '(n.i / 7) % 5',
    trouble: '(n.i * 37) % 120',
    trend_state: `CASE n.i % 20 WHEN 0 THEN 'slower' WHEN 1 THEN 'too-noisy' WHEN 2 THEN 'silent' ELSE 'usual' END`,
    slower_since: `CASE n.i % 20 WHEN 0 THEN t.last_result_at END`,
  });
  await copy('service_owners', { entity_ref: name, owner_ref: `'group:default/team-' || (n.i % ${TEAMS})` });
  await copy('assessments', { entity_ref: name });
  await copy('evidence', { entity_ref: name });
  await copy('sources', { entity_ref: name, state: `CASE n.i % 50 WHEN 0 THEN 'failing' ELSE t.state END` });
  await copy('history', { entity_ref: name });
  const { id } = await knex('series').where({ entity_ref: FIRST }).first();
  const series = ['entity_ref', 'report_key', 'sample_type', 'measure', 'unit', 'summary'];
  await knex.raw(
    `INSERT INTO series (${series.join(', ')}) ${copies} SELECT ${series.map((column) => (column === 'entity_ref' ? name : `t.${column}`)).join(', ')} FROM n CROSS JOIN series t WHERE t.id = ${id}`,
  );
  // In the order of time, as results come in day by day: those of one service lie far apart.
  await knex.raw(
    `INSERT INTO points SELECT s.id, t.at, t.commit_hash, t.value, t.runs, NULL, t.functions FROM points t CROSS JOIN series s WHERE t.series_id = ${id} AND s.id <> ${id} ORDER BY t.at`,
  );
  await knex.raw(
    `INSERT INTO functions SELECT s.id, t.hash, t.name, t.file, t.times FROM functions t CROSS JOIN series s WHERE t.series_id = ${id} AND s.id <> ${id}`,
  );
  const newest = await knex('reports').orderBy('recorded_at', 'desc').limit(30).pluck('recorded_at');
  await copy(
    'reports',
    { id: `t.id || '-' || n.i`, entity_ref: name, repository: `'shop/service-' || n.i` },
    `entity_ref = '${FIRST}' AND t.recorded_at >= '${newest[newest.length - 1]}'`,
  );
  for (let team = 0; team < TEAMS; team++) {
    const group = `group:default/team-${team}`;
    const above = [group, `group:default/area-${team % 10}`, 'group:default/all'];
    await knex('group_ancestors').insert(above.map((ancestor) => ({ group_ref: group, ancestor_ref: ancestor })));
  }
  await knex.raw(isPostgres(knex) ? 'VACUUM ANALYZE' : 'ANALYZE');
}

/** Through the stores, the trend keeper and the assessor. */
async function makeFirst(knex: Knex): Promise<void> {
  const entity = component({ name: 'service-0', repository: 'shop/service-0', tier: 1, owner: 'group:default/team-0' });
  const config = readConfig(new ConfigReader({}));
  const services = new DatabaseServiceStore(knex);
  const reports = new DatabaseReportStore(knex, config.repositoryUrl);
  const assessments = new DatabaseAssessmentStore(knex);
  const trends = new DatabaseTrendStore(knex);
  const logger = mockServices.rootLogger();
  const now = Date.now();
  await services.put(readEntity(entity, config.catalog), new Date(now).toISOString());
  const daily = dailyReports(365, 20, new Date(now).toISOString(), { repository: 'shop/service-0', name: 'service-0' });
  for (const report of daily) {
    const origin = { isMain: true, branch: 'main' };
    await reports.add({
      report,
      entityRef: FIRST,
      repository: 'shop/service-0',
      origin,
      receivedAt: report.provenance.recordedAt!,
    });
  }
  let clock = new Date(now);
  const common = { services, reports, logger, clock: () => clock };
  await new TrendKeeper({ ...common, trends, onSlower: async () => undefined }).refreshDue();
  const source = fakeSource();
  const assessor = new Assessor({
    ...common,
    assessments,
    catalog: catalogServiceMock({ entities: [entity] }),
    auth: mockServices.auth(),
    urlReader: { readUrl: async () => Promise.reject(new Error('none')) } as never,
    collectors: [source],
    config,
    onChange: async () => undefined,
  });
  for (let week = 52; week >= 0; week--) {
    clock = new Date(now - week * 7 * DAY_MS);
    source.state = week % 9 === 0 ? 'bad' : 'good';
    await assessor.assess(FIRST);
  }
}
