import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ReadApi } from '../read/ReadApi.ts';
import { ENTITY_INPUT, entityRefOf } from './entity-input.ts';
import { READ_ONLY } from './read-only.ts';

/** The step that a service practises. */
export function addServiceStep(registry: ActionsRegistryService, readApi: ReadApi): void {
  registry.register({
    ...READ_ONLY,
    name: 'get-service-step',
    title: 'Observability step of a service',
    description:
      'The step (0 to 4) that a service practises, its score as an interval, and what keeps the next gate shut. `rated: false` means that nothing is known, which is not good news.',
    schema: {
      input: (z) => z.object({ entityRef: z.string().describe(ENTITY_INPUT) }),
      output: (z) =>
        z.object({
          entityRef: z.string(),
          rated: z.boolean(),
          step: z.number().optional(),
          stepName: z.string().optional(),
          scoreLow: z.number().optional(),
          scoreHigh: z.number().optional(),
          gate: z.number().optional(),
          before: z.array(z.string()),
          tooEarly: z.array(z.string()),
          assessedAt: z.string().optional(),
          failingSources: z.array(z.string()),
          problem: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { service, assessment, sources, problem } = await readApi.service(entityRefOf(input.entityRef), credentials);
      return {
        output: {
          entityRef: service.entityRef,
          rated: service.rated,
          step: service.step,
          stepName: service.stepName?.en,
          scoreLow: service.score?.low,
          scoreHigh: service.score?.high,
          gate: service.gate,
          before: service.before.map(({ title, outcome }) => (outcome ? `${title.en} (${outcome})` : title.en)),
          tooEarly: (assessment?.premature ?? []).map(({ title }) => title.en),
          assessedAt: service.assessedAt,
          failingSources: sources.filter(({ state }) => state === 'failing').map(({ type, instance }) => `${type} ${instance}`),
          problem,
        },
      };
    },
  });
}
