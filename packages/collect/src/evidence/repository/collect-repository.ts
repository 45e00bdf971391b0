import { DAY_MS } from '../day-ms.ts';
import type { Context, Question } from '../question.ts';
import { readSlos } from './read-slos.ts';
import type { RepositorySource } from './repository-source.ts';

/** The SLOs that the repository defines for a service. That they run, a Prometheus tells. */
export function collectRepository({ files, changed = {} }: RepositorySource, { manifest, now }: Context): Question[] {
  return [
    {
      kind: 'slo-definition',
      basis: 'declared',
      query: `SLOs of ${manifest.service.name} in YAML files of OpenSLO, Sloth and Pyrra`,
      ask: async () => {
        const valid = readSlos(files).filter(({ service, faults }) => service === manifest.service.name && faults.length === 0);
        const times = valid.map(({ path }) => (Object.hasOwn(changed, path) ? Date.parse(changed[path]) : Number.NaN));
        // The one that was looked at longest ago.
        const oldest = Math.min(...times);
        const reviewAge = Number.isFinite(oldest) ? Math.max(0, now - oldest) / DAY_MS : null;
        return { query: pathsOf(valid) || undefined, values: { valid: valid.length, reviewAge } };
      },
    },
  ];
}

function pathsOf(slos: readonly { readonly path: string }[]): string {
  return [...new Set(slos.map(({ path }) => path))].join(', ');
}
