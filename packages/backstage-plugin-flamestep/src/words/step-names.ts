import type { ServiceDetail } from '@flamestep/backstage-plugin-flamestep-common';

const BUILT_IN = ['Getting Started', 'Reactive', 'Proactive', 'Predictive', 'Data Driven'];

/** Names of all steps, from 0; those of the built-in model where the service was never assessed. */
export function stepNames({ assessment }: ServiceDetail): readonly string[] {
  return assessment?.steps.map(({ name }) => name.en) ?? BUILT_IN;
}
