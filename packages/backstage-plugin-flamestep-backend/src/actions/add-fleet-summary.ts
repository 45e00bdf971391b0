import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ReadApi } from '../read/ReadApi.ts';
import { READ_ONLY } from './read-only.ts';

/** All services that the caller may read, summed up. */
export function addFleetSummary(registry: ActionsRegistryService, readApi: ReadApi): void {
  registry.register({
    ...READ_ONLY,
    name: 'get-fleet-summary',
    title: 'Observability of all services',
    description:
      'Steps by tier, what got slower this week, coverage, and the most common failures, over the services that the caller may read.',
    schema: {
      input: (z) => z.object({ owner: z.string().optional().describe('Only services of this group and its child groups') }),
      output: (z) =>
        z.object({
          services: z.number(),
          rated: z.number(),
          staleServices: z.number(),
          unknownShare: z.number(),
          tiers: z.array(
            z.object({
              tier: z.number(),
              services: z.number(),
              notRated: z.number(),
              steps: z.array(z.number()),
              atTarget: z.number().optional(),
            }),
          ),
          slower: z.array(
            z.object({ entityRef: z.string(), since: z.string(), commit: z.string(), function: z.string().optional() }),
          ),
          slowerUnknown: z.number().describe('Services of which nobody can tell, for want of reports'),
          failing: z.array(z.object({ check: z.string(), services: z.number() })),
        }),
    },
    action: async ({ input, credentials }) => {
      const fleet = await readApi.fleet(input.owner === undefined ? {} : { owners: [input.owner] }, credentials);
      return {
        output: {
          services: fleet.rollUp.services,
          rated: fleet.rollUp.rated,
          staleServices: fleet.staleServices,
          unknownShare: fleet.unknownShare,
          tiers: fleet.rollUp.tiers.map(({ tier, services, notRated, steps, atTarget }) => ({
            tier,
            services,
            notRated,
            steps: [...steps],
            atTarget,
          })),
          slower: fleet.slower.services.map(({ entityRef, since, trend }) => ({
            entityRef,
            since: since.time,
            commit: since.commit,
            function: trend.function?.name,
          })),
          slowerUnknown: fleet.slower.unknown,
          failing: fleet.rollUp.failing.map(({ check, title, services }) => ({ check: title?.en ?? check, services })),
        },
      };
    },
  });
}
