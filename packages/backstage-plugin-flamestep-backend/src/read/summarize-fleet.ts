import type { FailingSource, Fleet, SlowerChange } from '@flamestep/backstage-plugin-flamestep-common';
import { type Model, rollUp, type Tier } from '@flamestep/maturity';
import { type FleetRow, restoreForRollUp } from '../assess/fleet-sum.ts';
import { titleOf } from '../assess/rate-service.ts';
import type { FleetService } from '../store/DatabaseFleetStore.ts';
import { DAY_MS } from '../trend/trend-constants.ts';

export interface FleetParts {
  readonly services: readonly FleetService[];
  readonly models: ReadonlyMap<string, Model>;
  /** Of most services: names the steps and checks. */
  readonly main: Model;
  readonly slower: readonly SlowerChange[];
  readonly failingSources: readonly FailingSource[];
  readonly targets: Readonly<Partial<Record<Tier, number>>>;
  readonly now: Date;
}

export const WEEK_DAYS = 7;
const MOST_SLOWER = 20;

/** The fleet at a glance. Libraries have steps of their own and are left out of the distribution. */
export function summarizeFleet({ services, models, main, slower, failingSources, targets, now }: FleetParts): Fleet {
  const own = services.filter(({ kind }) => kind !== 'library');
  const rows = own.flatMap((service): FleetRow[] => (service.sum === undefined ? [] : [{ ...service, sum: service.sum }]));
  const asOf = now.toISOString();
  const summed = rollUp(restored(rows, models), { targets, services: own.length, now: asOf });
  const [all, unknown, exempt] = rows.reduce(
    ([all, unknown, exempt], { sum }) => [all + sum.w[0], unknown + sum.w[1], exempt + sum.w[2]],
    [0, 0, 0],
  );
  const from = new Date(now.getTime() - WEEK_DAYS * DAY_MS).toISOString();
  const reported = services.filter(({ lastResultAt }) => lastResultAt !== undefined && lastResultAt >= from);
  const isUnknown = ({ trendState }: FleetService) => ['too-few', 'silent', 'no-data'].includes(trendState);
  const known = reported.filter((service) => !isUnknown(service));
  const tooNoisy = known.filter(({ trendState }) => trendState === 'too-noisy').length;
  const slowerRefs = new Set(slower.map(({ entityRef }) => entityRef));
  return {
    asOf,
    steps: main.steps.map(({ name }) => name),
    rollUp: {
      ...summed,
      tiers: distribute(summed.tiers, own, targets),
      failing: summed.failing.map((failing) => ({ ...failing, title: titleOf(main, failing.check) })),
    },
    slower: {
      from,
      to: asOf,
      services: [...slower].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, MOST_SLOWER),
      total: slower.length,
      unchanged: known.filter(({ entityRef, trendState }) => trendState !== 'too-noisy' && !slowerRefs.has(entityRef)).length,
      tooNoisy,
      unknown:
        services.filter(({ entityRef }) => !slowerRefs.has(entityRef)).length -
        known.filter(({ entityRef }) => !slowerRefs.has(entityRef)).length,
    },
    staleServices: rows.filter(({ sum }) => sum.s).length,
    unknownShare: all === 0 ? 0 : unknown / all,
    exemptShare: all === 0 ? 0 : exempt / all,
    failingSources,
    models: countModels(rows, models),
  };
}

function* restored(rows: readonly FleetRow[], models: ReadonlyMap<string, Model>) {
  for (const row of rows) {
    const model = models.get(row.sum.d);
    if (model !== undefined) yield restoreForRollUp(row, model);
  }
}

/** Services that were never assessed are part of their tier, and not rated. */
function distribute(
  tiers: Fleet['rollUp']['tiers'],
  services: readonly FleetService[],
  targets: FleetParts['targets'],
): Fleet['rollUp']['tiers'] {
  return ([1, 2, 3, 4] as const).flatMap((tier) => {
    const missing = services.filter((service) => service.tier === tier && service.sum === undefined).length;
    const target = targets[tier];
    const none = { tier, services: 0, steps: [0, 0, 0, 0, 0], notRated: 0, ...(target !== undefined && { target, atTarget: 0 }) };
    const known = tiers.find((one) => one.tier === tier) ?? none;
    const all = { ...known, services: known.services + missing, notRated: known.notRated + missing };
    return all.services === 0 ? [] : [all];
  });
}

function countModels(rows: readonly FleetRow[], models: ReadonlyMap<string, Model>): Fleet['models'] {
  const counts = new Map<string, number>();
  for (const { sum } of rows) counts.set(sum.d, (counts.get(sum.d) ?? 0) + 1);
  return [...counts]
    .flatMap(([digest, count]) => {
      const model = models.get(digest);
      return model === undefined ? [] : [{ id: model.id, version: model.version, services: count }];
    })
    .sort((a, b) => b.services - a.services);
}

function sizeOf({ trend, since }: SlowerChange): number {
  return trend.change?.value ?? since.times - 1;
}
