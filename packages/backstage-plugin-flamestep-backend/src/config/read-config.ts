import type { Config } from '@backstage/config';
import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { canonicalEntityRef } from '@flamestep/backstage-plugin-flamestep-common';
import { REPORT_LIMITS } from '@flamestep/report';
import type { ServiceKind, Tier } from '@flamestep/maturity';
import { KINDS, readModels } from './read-models.ts';
import { readSources } from './read-sources.ts';
import type { FlamestepConfig } from './flamestep-config.ts';

const TIERS: readonly Tier[] = [1, 2, 3, 4];

/** `spec.type` is free text; these are what catalogs mostly say. */
const TYPES: Readonly<Record<string, ServiceKind>> = {
  service: 'backend',
  website: 'web',
  library: 'library',
  app: 'mobile',
  'mobile-app': 'mobile',
  batch: 'batch',
  job: 'batch',
};

/** Reads `flamestep` of the app's configuration. Throws for values that are not what they should be, with their key. */
export function readConfig(root: Config): FlamestepConfig {
  const config = root.getOptionalConfig('flamestep');
  const { sources, authorization } = readSources(config?.getOptionalConfigArray('sources') ?? []);
  const schedule = (key: string, fallback: SchedulerServiceTaskScheduleDefinition) => {
    const own = config?.getOptionalConfig(key);
    return own === undefined ? fallback : readSchedulerServiceTaskScheduleDefinitionFromConfig(own);
  };
  const count = (key: string, fallback: number) => readCount(config, key, fallback);
  return {
    catalog: {
      filter: readFilter(config),
      types: { ...TYPES, ...readTypes(config) },
      tier: readTier(config, 'catalog.tier') ?? 3,
      schedule: schedule('catalog.schedule', {
        frequency: { minutes: 5 },
        timeout: { minutes: 5 },
        initialDelay: { seconds: 3 },
      }),
    },
    mainBranches: config?.getOptionalStringArray('mainBranches') ?? ['main', 'master'],
    repositoryUrl: (config?.getOptionalString('repositoryUrl') ?? 'https://github.com').replace(/\/+$/, ''),
    pagesUrl: readPagesUrl(root),
    ingest: {
      maxBytes: count('ingest.maxBytes', REPORT_LIMITS.bytesWithTrees),
      ratePerMinute: count('ingest.ratePerMinute', 300),
      tokens: (config?.getOptionalConfigArray('ingest.tokens') ?? []).map((token) => ({
        subject: token.getString('subject'),
        repositories: token.getStringArray('repositories'),
      })),
      repositories: (config?.getOptionalConfigArray('ingest.repositories') ?? []).map((one) => ({
        repository: one.getString('repository').toLowerCase(),
        entityRef: canonicalEntityRef(one.getString('entity'), 'component'),
      })),
    },
    manifestFolder: config?.getOptionalString('manifestFolder'),
    sources,
    authorization,
    models: readModels(config?.getOptionalConfigArray('models') ?? []),
    assess: {
      schedule: schedule('assess.schedule', { frequency: { minutes: 5 }, timeout: { hours: 1 }, initialDelay: { seconds: 10 } }),
      everyHours: count('assess.everyHours', 6),
      concurrency: count('assess.concurrency', 4),
      timeoutSeconds: count('assess.timeoutSeconds', 60),
    },
    trendSchedule: schedule('trends.schedule', {
      frequency: { seconds: 30 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 5 },
    }),
    targets: readTargets(config),
    checkResponses: config?.getOptionalBoolean('checkResponses') ?? false,
    notifications: { enabled: config?.getOptionalBoolean('notifications.enabled') ?? false },
    retention: {
      schedule: schedule('retention.schedule', {
        frequency: { hours: 24 },
        timeout: { hours: 1 },
        initialDelay: { minutes: 10 },
      }),
      reportDays: count('retention.reportDays', 400),
      pullRequestDays: count('retention.pullRequestDays', 90),
      pointDays: count('retention.pointDays', 400),
      historyDays: count('retention.historyDays', 1100),
      removedDays: count('retention.removedDays', 30),
    },
  };
}

function readFilter(config: Config | undefined): FlamestepConfig['catalog']['filter'] {
  const written = config?.getOptional('catalog.filter') ?? { kind: 'Component' };
  const filters = Array.isArray(written) ? written : [written];
  return filters.map((filter) => {
    const isFilter =
      typeof filter === 'object' &&
      filter !== null &&
      Object.values(filter).every((value) => typeof value === 'string' || (Array.isArray(value) && value.every(isText)));
    if (!isFilter) throw new InputError('flamestep.catalog.filter must hold texts or lists of texts, by field of the entity');
    // Shown by the line above.
    return filter as Record<string, string | string[]>;
  });
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function readTypes(config: Config | undefined): Record<string, ServiceKind> {
  return Object.fromEntries(
    entriesOf(config, 'catalog.types').map(([type, value]) => {
      const kind = KINDS.find((one) => one === value);
      if (kind === undefined) throw new InputError(`flamestep.catalog.types.${type} is '${value}'; give ${KINDS.join(', ')}`);
      return [type, kind];
    }),
  );
}

/** What stands under keys of any text: Backstage reads single ones only if they look like names, and `1` or `grpc.api` do not. */
function entriesOf(config: Config | undefined, key: string): [string, unknown][] {
  const written = config?.getOptional(key) ?? {};
  if (typeof written !== 'object' || Array.isArray(written)) throw new InputError(`flamestep.${key} must have keys and values`);
  return Object.entries(written);
}

function readTier(config: Config | undefined, key: string): Tier | undefined {
  const value = config?.getOptionalNumber(key);
  const tier = TIERS.find((one) => one === value);
  if (value !== undefined && tier === undefined) throw new InputError(`flamestep.${key} is ${value}; a tier is 1 to 4`);
  return tier;
}

function readTargets(config: Config | undefined): FlamestepConfig['targets'] {
  const written = entriesOf(config, 'targets').map(([tier, step]): [number, number] => [Number(tier), Number(step)]);
  for (const [tier, step] of written) {
    if (!TIERS.some((one) => one === tier)) throw new InputError(`flamestep.targets.${tier} is of no tier; a tier is 1 to 4`);
    if (!Number.isInteger(step) || step < 0)
      throw new InputError(`flamestep.targets.${tier} is ${step}; give a step: 0, 1, 2, …`);
  }
  return written.length === 0 ? { 1: 2, 2: 1, 3: 1 } : Object.fromEntries(written);
}

function readCount(config: Config | undefined, key: string, fallback: number): number {
  const value = config?.getOptionalNumber(key) ?? fallback;
  if (!(value > 0)) throw new InputError(`flamestep.${key} is ${value}; it must be above 0`);
  return value;
}

function readPagesUrl(root: Config): string | undefined {
  const app = root.getOptionalString('app.baseUrl')?.replace(/\/+$/, '');
  const path = root.getOptionalString('flamestep.pagesPath') ?? '/flamestep';
  if (!path.startsWith('/')) throw new InputError(`flamestep.pagesPath is '${path}'; give a path that begins with /`);
  return app === undefined ? undefined : `${app}${path.replace(/\/+$/, '')}`;
}
