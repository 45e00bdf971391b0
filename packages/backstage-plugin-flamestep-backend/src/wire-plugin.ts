import type {
  AuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService as CatalogApi } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { EvidenceCollector } from '@flamestep/backstage-plugin-flamestep-node';
import { builtInModel, libraryModel } from '@flamestep/maturity';
import type { Knex } from 'knex';
import { Assessor } from './assess/Assessor.ts';
import { CatalogReader } from './catalog/CatalogReader.ts';
import type { FlamestepConfig } from './config/flamestep-config.ts';
import { createRateLimiter } from './ingest/rate-limiter.ts';
import { ReportReceiver } from './ingest/ReportReceiver.ts';
import { Notifier } from './notify/Notifier.ts';
import { ReadApi } from './read/ReadApi.ts';
import { DatabaseAssessmentStore } from './store/DatabaseAssessmentStore.ts';
import { DatabaseFleetStore } from './store/DatabaseFleetStore.ts';
import { DatabaseReportStore } from './store/DatabaseReportStore.ts';
import { DatabaseServiceStore } from './store/DatabaseServiceStore.ts';
import { DatabaseTrendStore } from './store/DatabaseTrendStore.ts';
import { refreshSoon } from './trend/refresh-soon.ts';
import { TrendKeeper } from './trend/TrendKeeper.ts';

export interface PluginServices {
  readonly knex: Knex;
  readonly config: FlamestepConfig;
  readonly collectors: readonly EvidenceCollector[];
  readonly auth: AuthService;
  readonly catalog: CatalogApi;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly notifications: NotificationService;
  readonly permissions: PermissionsService;
  readonly urlReader: UrlReaderService;
  readonly userInfo: UserInfoService;
  readonly clock: () => Date;
}

/** Puts the parts of the plugin together. */
export function wirePlugin({ knex, config, collectors, ...services }: PluginServices) {
  const { auth, catalog: catalogApi, lifecycle, logger, notifications, permissions, urlReader, userInfo, clock } = services;
  const serviceStore = new DatabaseServiceStore(knex);
  const assessments = new DatabaseAssessmentStore(knex);
  const reports = new DatabaseReportStore(knex, config.repositoryUrl);
  const trends = new DatabaseTrendStore(knex);
  for (const model of new Set([builtInModel, libraryModel, ...Object.values(config.models)])) assessments.remember(model);

  const notifier = config.notifications.enabled
    ? new Notifier({ knex, services: serviceStore, notifications, logger, clock })
    : undefined;
  const catalog = new CatalogReader({
    catalog: catalogApi,
    auth,
    permissions,
    services: serviceStore,
    config: config.catalog,
    clock,
  });
  const assessor = new Assessor({
    services: serviceStore,
    assessments,
    reports,
    catalog: catalogApi,
    auth,
    urlReader,
    collectors,
    config,
    logger,
    clock,
    onChange: async (...change) => notifier?.stepChanged(...change),
  });
  const keeper = new TrendKeeper({
    trends,
    reports,
    services: serviceStore,
    logger,
    clock,
    onSlower: async (...found) => notifier?.gotSlower(...found),
  });
  const receiver = new ReportReceiver({
    reports,
    services: serviceStore,
    limiter: createRateLimiter(config.ingest.ratePerMinute),
    config,
    clock,
  });
  const readApi = new ReadApi({
    services: serviceStore,
    assessments,
    reports,
    trends,
    fleet: new DatabaseFleetStore(knex),
    catalog,
    assessor,
    permissions,
    userInfo,
    config,
    clock,
  });
  return { readApi, receiver, catalog, assessor, keeper, onResult: refreshSoon(keeper, lifecycle, logger) };
}
