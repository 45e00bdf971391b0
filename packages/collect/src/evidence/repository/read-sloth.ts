import { listAt, numberAt, objectAt, textAt } from '../http/answer.ts';
import type { WrittenSlo } from './written-slo.ts';

/** The SLOs of a file of https://sloth.dev, plain or as a resource of Kubernetes. */
export function readSloth(path: string, spec: unknown): WrittenSlo[] {
  return listAt(spec, 'slos').map((slo) => {
    const faults: string[] = [];
    const objective = numberAt(slo, 'objective');
    if (!(objective > 0 && objective < 100)) faults.push('objective must be between 0 and 100');
    if (Object.keys(objectAt(slo, 'sli')).length !== 1) faults.push('sli must be one of events, raw and plugin');
    return { path, name: textAt(slo, 'name'), service: textAt(spec, 'service'), faults };
  });
}
