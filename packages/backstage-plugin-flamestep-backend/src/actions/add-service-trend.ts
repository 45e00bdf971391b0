import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ReadApi } from '../read/ReadApi.ts';
import { ENTITY_INPUT, entityRefOf } from './entity-input.ts';
import { READ_ONLY } from './read-only.ts';

/** Whether a service got slower, since when and where. */
export function addServiceTrend(registry: ActionsRegistryService, readApi: ReadApi): void {
  registry.register({
    ...READ_ONLY,
    name: 'get-service-trend',
    title: 'Performance trend of a service',
    description:
      'Whether the service got slower on its main branch, since which commit, by how much, and in which function. `silent`, `too-few` and `no-data` mean that it is not known.',
    schema: {
      input: (z) =>
        z.object({
          entityRef: z.string().describe(ENTITY_INPUT),
          key: z.string().optional().describe('Profile key; the most telling one when left out'),
          sampleType: z.string().optional(),
          days: z.number().int().min(1).max(400).optional(),
        }),
      output: (z) =>
        z.object({
          profiles: z.array(z.object({ key: z.string(), sampleType: z.string(), unit: z.string(), state: z.string() })),
          lines: z.array(
            z.object({
              function: z.string().optional(),
              unit: z.string(),
              results: z.number(),
              usual: z.number().optional(),
              current: z.number().optional(),
              times: z.number().optional(),
              changes: z.array(
                z.object({ time: z.string(), commit: z.string(), times: z.number(), pullRequest: z.number().optional() }),
              ),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entityRef, key, sampleType, days = 90 } = input;
      const { profiles, selected } = await readApi.trends(entityRefOf(entityRef), { key, sampleType, days }, credentials);
      return {
        output: {
          profiles: profiles.map(({ key, sampleType, unit, summary }) => ({ key, sampleType, unit, state: summary.state })),
          lines: (selected?.lines ?? []).map((line) => ({
            function: line.function?.name,
            unit: line.unit,
            results: line.points.length,
            usual: line.usual?.level,
            current: line.current,
            times: line.times,
            changes: line.changes.map(({ time, commit, times, pullRequest }) => ({
              time,
              commit,
              times,
              pullRequest: pullRequest?.number,
            })),
          })),
        },
      };
    },
  });
}
