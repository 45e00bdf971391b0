import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ReadApi } from '../read/ReadApi.ts';
import { ENTITY_INPUT, entityRefOf } from './entity-input.ts';
import { READ_ONLY } from './read-only.ts';

/** What to do next for a service. */
export function addServiceNextActions(registry: ActionsRegistryService, readApi: ReadApi): void {
  registry.register({
    ...READ_ONLY,
    name: 'get-service-next-actions',
    title: 'What to do next for a service',
    description: 'At most three actions, the most worthwhile first, with effort (S, M, L) and how much of the step each gains.',
    schema: {
      input: (z) => z.object({ entityRef: z.string().describe(ENTITY_INPUT) }),
      output: (z) =>
        z.object({
          rated: z.boolean(),
          actions: z.array(
            z.object({ title: z.string(), text: z.string(), effort: z.string(), gain: z.number(), opensGate: z.boolean() }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { service, assessment } = await readApi.service(entityRefOf(input.entityRef), credentials);
      const actions = (assessment?.next ?? []).map(({ title, text, effort, gain, opensGate }) => ({
        title: title.en,
        text: text.en,
        effort,
        gain,
        opensGate,
      }));
      return { output: { rated: service.rated, actions } };
    },
  });
}
