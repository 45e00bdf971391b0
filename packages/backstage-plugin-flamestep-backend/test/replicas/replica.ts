/** A backend as it runs in production, in a process of its own: real scheduler, real database, a catalog and a source that are fakes. */
import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { coreServices, createBackendModule, createServiceFactory } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import { collectorsExtensionPoint } from '@flamestep/backstage-plugin-flamestep-node';
import { flamestepPlugin } from '../../src/plugin.ts';
import { fakeSource } from '../sample-evidence.ts';
import { tellServerTime } from './tell-server-time.ts';
import type { ReplicaMessage } from './start-replica.ts';

const { config, entities } = JSON.parse(process.env['REPLICA'] ?? '{}') as { config: JsonObject; entities: Entity[] };
const tell = (message: ReplicaMessage) => process.send?.(message);

const backend = createBackend();
backend.add(flamestepPlugin);
backend.add(
  rootHttpRouterServiceFactory({
    configure({ app, applyDefaults }) {
      app.use(tellServerTime);
      applyDefaults();
    },
  }),
);
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => Object.assign(new ConfigReader(config), { subscribe: () => ({ unsubscribe() {} }) }),
  }),
);
backend.add(createServiceFactory({ service: catalogServiceRef, deps: {}, factory: () => catalogServiceMock({ entities }) }));
backend.add(
  createServiceFactory({
    service: notificationService,
    deps: {},
    factory: () => ({ send: async ({ payload }) => void tell({ kind: 'notified', about: payload.title }) }),
  }),
);
backend.add(
  createBackendModule({
    pluginId: 'flamestep',
    moduleId: 'fake-source',
    register(env) {
      env.registerInit({
        deps: { point: collectorsExtensionPoint },
        async init({ point }) {
          const source = fakeSource();
          point.addCollector({
            type: source.type,
            async collect(context) {
              tell({ kind: 'asked', about: context.manifest.service.name });
              return source.collect(context);
            },
          });
        },
      });
    },
  }),
);
await backend.start();
tell({ kind: 'ready', about: '' });
