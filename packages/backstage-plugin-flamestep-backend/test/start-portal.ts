import {
  type AuditorService,
  coreServices,
  createBackendModule,
  createServiceFactory,
  type PermissionsService,
  type SchedulerService,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService, type NotificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { collectorsExtensionPoint, type EvidenceCollector } from '@flamestep/backstage-plugin-flamestep-node';
import type { Knex } from 'knex';
import { flamestepPlugin } from '../src/plugin.ts';

export interface PortalOptions {
  readonly knex: Knex;
  readonly entities: readonly Entity[];
  readonly config?: JsonObject;
  /** Where the app is. */
  readonly appUrl?: string;
  readonly collectors?: readonly EvidenceCollector[];
  readonly permissions?: Partial<PermissionsService>;
  /** What the reader of URLs finds. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the users of the tests own. */
  readonly owns?: readonly string[];
}

type Sent = Parameters<NotificationService['send']>[0];

/** The plugin on a backend of its own, with a catalog of these entities, and everything that it does at times in hand. */
export async function startPortal(options: PortalOptions) {
  const { knex, config = {}, collectors = [], files = {}, owns = [] } = options;
  let catalog = catalogServiceMock({ entities: [...options.entities] });
  const tasks = new Map<string, Parameters<SchedulerService['scheduleTask']>[0]>();
  const audited: { readonly id: string; readonly outcome: 'success' | 'fail' }[] = [];
  const sent: Sent[] = [];
  const actions = actionsRegistryServiceMock({ logger: mockServices.rootLogger() });
  const permissions = { ...allowAll, ...options.permissions };
  const scheduler = { scheduleTask: async (task) => void tasks.set(task.id, task) } satisfies Partial<SchedulerService>;
  const urlReader: Pick<UrlReaderService, 'readUrl' | 'readTree'> = {
    readUrl: async (url) => {
      const text = files[url];
      if (text === undefined) throw new Error(`there is no ${url}`);
      return { buffer: async () => Buffer.from(text) };
    },
    readTree: async (url) => {
      const found = Object.entries(files).filter(([path]) => path.startsWith(url));
      if (found.length === 0) throw new Error(`there is no ${url}`);
      return {
        files: async () =>
          found.map(([path, text]) => ({ path: path.slice(url.length), content: async () => Buffer.from(text) })),
        archive: () => Promise.reject(new Error('not asked for')),
        dir: () => Promise.reject(new Error('not asked for')),
        etag: '',
      };
    },
  };
  const auditor: AuditorService = {
    createEvent: async ({ eventId }) => ({
      success: async () => void audited.push({ id: eventId, outcome: 'success' }),
      fail: async () => void audited.push({ id: eventId, outcome: 'fail' }),
    }),
  };
  const { server, stop } = await startTestBackend({
    features: [
      flamestepPlugin,
      addCollectors(collectors),
      mockServices.rootConfig.factory({
        data: { ...(options.appUrl && { app: { baseUrl: options.appUrl } }), flamestep: { checkResponses: true, ...config } },
      }),
      mockServices.database.factory({ knex }),
      createServiceFactory({ service: coreServices.urlReader, deps: {}, factory: () => urlReader as UrlReaderService }),
      createServiceFactory({ service: coreServices.auditor, deps: {}, factory: () => auditor }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler as unknown as SchedulerService,
      }),
      createServiceFactory({ service: coreServices.permissions, deps: {}, factory: () => permissions }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          getUserInfo: async () => ({ userEntityRef: 'user:default/mock', ownershipEntityRefs: [...owns] }),
        }),
      }),
      createServiceFactory({ service: catalogServiceRef, deps: {}, factory: () => forward(() => catalog) }),
      createServiceFactory({ service: actionsRegistryServiceRef, deps: {}, factory: () => actions }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: async (notification: Sent) => void sent.push(notification) }),
      }),
    ],
  });
  const run = async (id: 'catalog' | 'assess' | 'trends' | 'retention') => {
    await tasks.get(`flamestep-${id}`)!.fn(new AbortController().signal);
  };
  await run('catalog');
  return {
    knex,
    server,
    stop,
    run,
    actions,
    sent,
    audited,
    setEntities: (entities: readonly Entity[]) => {
      catalog = catalogServiceMock({ entities: [...entities] });
    },
  };
}

/** The header of a service that sends reports. */
export function serviceHeader(subject = 'external:ci'): string {
  return mockCredentials.service.header({ onBehalfOf: mockCredentials.service(subject), targetPluginId: 'flamestep' });
}

const allowAll: PermissionsService = {
  authorize: async (requests) => requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  authorizeConditional: async (requests) => requests.map(() => ({ result: AuthorizeResult.ALLOW })),
};

function addCollectors(collectors: readonly EvidenceCollector[]) {
  return createBackendModule({
    pluginId: 'flamestep',
    moduleId: 'test-collectors',
    register(env) {
      env.registerInit({
        deps: { point: collectorsExtensionPoint },
        init: async ({ point }) => collectors.forEach((collector) => point.addCollector(collector)),
      });
    },
  });
}

/** Whatever stands behind it at the moment of the call. */
function forward<T extends object>(current: () => T): T {
  return new Proxy({} as T, {
    get: (_, name) => {
      const value = Reflect.get(current(), name);
      return typeof value === 'function' ? value.bind(current()) : value;
    },
  });
}
