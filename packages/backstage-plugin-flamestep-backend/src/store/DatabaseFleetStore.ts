import type { FailingSource, SlowerChange, TrendSummary } from '@flamestep/backstage-plugin-flamestep-common';
import type { Knex } from 'knex';
import type { FleetRow } from '../assess/fleet-sum.ts';
import { filterServices, type ServiceFilter, type Visible } from './service-filter.ts';
import type { ServiceRow } from './service-row.ts';

/** A service of the fleet; without a sum it was never assessed. */
export interface FleetService extends Omit<FleetRow, 'sum'> {
  readonly sum: FleetRow['sum'] | undefined;
  readonly trendState: string;
  readonly lastResultAt: string | undefined;
}

interface FleetTableRow
  extends Pick<ServiceRow, 'entity_ref' | 'kind' | 'tier' | 'lifecycle' | 'rated' | 'step' | 'assessed_at'> {
  readonly sum: string | null;
  readonly trend_state: string;
  readonly last_result_at: string | null;
}

interface FailingRow {
  readonly type: string;
  readonly instance: string;
  readonly since: string | null;
  readonly services: string | number;
}

/** All services at once, as far as they are summed up. */
export class DatabaseFleetStore {
  private readonly knex: Knex;

  constructor(knex: Knex) {
    this.knex = knex;
  }

  /** What matches and may be seen. */
  async services(filter: ServiceFilter, visible: Visible): Promise<FleetService[]> {
    const columns = [
      'entity_ref',
      'kind',
      'tier',
      'lifecycle',
      'rated',
      'step',
      'assessed_at',
      'sum',
      'trend_state',
      'last_result_at',
    ];
    const rows: FleetTableRow[] = await filterServices(this.knex, this.knex('services').select(columns), filter, visible).orderBy(
      'entity_ref',
    );
    return rows.map(({ entity_ref, kind, tier, lifecycle, rated, step, assessed_at, sum, trend_state, last_result_at }) => ({
      entityRef: entity_ref,
      kind,
      tier,
      lifecycle,
      rated: Boolean(rated),
      step: step ?? 0,
      at: assessed_at ?? '',
      // Only this package writes it.
      sum: sum === null ? undefined : JSON.parse(sum),
      trendState: trend_state,
      lastResultAt: last_result_at ?? undefined,
    }));
  }

  /** What got slower since then, and has not come back. */
  async slowerSince(since: string, filter: ServiceFilter, visible: Visible): Promise<SlowerChange[]> {
    const rows: Pick<ServiceRow, 'entity_ref' | 'title' | 'tier' | 'trend'>[] = await filterServices(
      this.knex,
      this.knex('services'),
      filter,
      visible,
    )
      .select('entity_ref', 'title', 'tier', 'trend')
      .where('trend_state', 'slower')
      .andWhere('slower_since', '>=', since);
    return rows.flatMap(({ entity_ref, title, tier, trend: written }) => {
      const trend = JSON.parse(written ?? '{}') as TrendSummary;
      if (trend.since === undefined) return [];
      return [{ entityRef: entity_ref, ...(title !== null && { title }), tier, trend, since: trend.since }];
    });
  }

  /** Sources that do not answer, by how many services miss them. */
  async failingSources(filter: ServiceFilter, visible: Visible): Promise<FailingSource[]> {
    const matching = filterServices(this.knex, this.knex('services').select('services.entity_ref'), filter, visible);
    const rows = await this.knex('sources')
      .where('state', 'failing')
      .whereIn('entity_ref', matching)
      .groupBy('type', 'instance')
      .orderBy([{ column: 'services', order: 'desc' }, { column: 'type' }, { column: 'instance' }])
      .select<FailingRow[]>('type', 'instance', this.knex.raw('MIN(since) AS since'), this.knex.raw('COUNT(*) AS services'));
    return rows.map(({ type, instance, since, services }) => ({
      type,
      instance,
      since: since ?? '',
      services: Number(services),
    }));
  }
}
