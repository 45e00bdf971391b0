import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ReadApi } from '../read/ReadApi.ts';
import { ENTITY_INPUT, entityRefOf } from './entity-input.ts';
import { READ_ONLY } from './read-only.ts';

/** The latest comparisons of a service. */
export function addServiceReports(registry: ActionsRegistryService, readApi: ReadApi): void {
  registry.register({
    ...READ_ONLY,
    name: 'get-service-reports',
    title: 'Latest profile comparisons of a service',
    description: 'The latest reports with their verdict and their greatest finding. Inconclusive is not the same as unchanged.',
    schema: {
      input: (z) => z.object({ entityRef: z.string().describe(ENTITY_INPUT), limit: z.number().int().min(1).max(50).optional() }),
      output: (z) =>
        z.object({
          total: z.number(),
          reports: z.array(
            z.object({
              id: z.string(),
              recordedAt: z.string(),
              name: z.string(),
              isMain: z.boolean(),
              commit: z.string().optional(),
              pullRequest: z.number().optional(),
              state: z.string(),
              verdict: z.string().optional(),
              finding: z.string().optional(),
              shareChange: z.number().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = { limit: input.limit ?? 10, offset: 0 };
      const { items, total } = await readApi.reports(entityRefOf(input.entityRef), page, credentials);
      return {
        output: {
          total,
          reports: items.map(({ id, recordedAt, name, isMain, commit, pullRequest, state, verdict }) => ({
            id,
            recordedAt,
            name,
            isMain,
            commit,
            pullRequest: pullRequest?.number,
            state,
            verdict: verdict?.word,
            finding: verdict?.finding?.name,
            shareChange: verdict?.finding?.share.change,
          })),
        },
      };
    },
  });
}
