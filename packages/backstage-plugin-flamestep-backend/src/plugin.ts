import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { flamestepPermissions } from '@flamestep/backstage-plugin-flamestep-common';
import { collectorsExtensionPoint, type EvidenceCollector } from '@flamestep/backstage-plugin-flamestep-node';
import { registerActions } from './actions/register-actions.ts';
import { readConfig } from './config/read-config.ts';
import { createRouter } from './http/create-router.ts';
import { scheduleTasks } from './schedule-tasks.ts';
import { openDatabase } from './store/open-database.ts';
import { wirePlugin } from './wire-plugin.ts';

/** Takes reports in, assesses services and serves both. */
export const flamestepPlugin = createBackendPlugin({
  pluginId: 'flamestep',
  register(env) {
    const collectors: EvidenceCollector[] = [];
    env.registerExtensionPoint(collectorsExtensionPoint, {
      addCollector(collector) {
        const isSame = ({ type, instance = 'main' }: EvidenceCollector) =>
          type === collector.type && instance === (collector.instance ?? 'main');
        if (collectors.some(isSame)) throw new Error(`there is a collector ${collector.type} already; give this one an instance`);
        collectors.push(collector);
      },
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readConfig(deps.rootConfig);
        const knex = await openDatabase(deps.database);
        const parts = wirePlugin({ ...deps, knex, config, collectors, clock: () => new Date() });
        deps.permissionsRegistry.addPermissions(flamestepPermissions);
        registerActions(deps.actionsRegistry, parts.readApi);
        deps.httpRouter.use(
          await createRouter({ ...deps, ...parts, maxBytes: config.ingest.maxBytes, checkResponses: config.checkResponses }),
        );
        await scheduleTasks({ ...deps, ...parts, knex, config, clock: () => new Date() });
      },
    });
  },
});
