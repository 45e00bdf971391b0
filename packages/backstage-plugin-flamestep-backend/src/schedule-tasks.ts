import type { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Assessor } from './assess/Assessor.ts';
import type { CatalogReader } from './catalog/CatalogReader.ts';
import type { FlamestepConfig } from './config/flamestep-config.ts';
import { removeOld } from './store/remove-old.ts';
import type { TrendKeeper } from './trend/TrendKeeper.ts';

export interface TaskOptions {
  readonly scheduler: SchedulerService;
  readonly catalog: CatalogReader;
  readonly assessor: Assessor;
  readonly keeper: TrendKeeper;
  readonly knex: Knex;
  readonly config: FlamestepConfig;
  readonly logger: LoggerService;
  readonly clock: () => Date;
}

/** What is done again and again; each by one replica at a time. */
export async function scheduleTasks({
  scheduler,
  catalog,
  assessor,
  keeper,
  knex,
  config,
  logger,
  clock,
}: TaskOptions): Promise<void> {
  await scheduler.scheduleTask({
    id: 'flamestep-catalog',
    ...config.catalog.schedule,
    fn: () => catalog.sync(),
  });
  await scheduler.scheduleTask({
    id: 'flamestep-assess',
    ...config.assess.schedule,
    fn: async (signal) => {
      const count = await assessor.assessDue(signal);
      if (count > 0) logger.info(`assessed ${count} services`);
    },
  });
  await scheduler.scheduleTask({
    id: 'flamestep-trends',
    ...config.trendSchedule,
    fn: async (signal) => {
      await keeper.refreshDue(signal);
    },
  });
  await scheduler.scheduleTask({
    id: 'flamestep-retention',
    ...config.retention.schedule,
    fn: async (signal) => {
      const count = await removeOld(knex, config.retention, clock(), signal);
      if (count > 0) logger.info(`removed ${count} old rows`);
    },
  });
}
