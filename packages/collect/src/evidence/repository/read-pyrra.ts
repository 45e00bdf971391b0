import { numberAt, objectAt, textAt } from '../http/answer.ts';
import type { WrittenSlo } from './written-slo.ts';

const SERVICE_LABELS = ['pyrra.dev/service', 'pyrra.dev/job', 'service', 'app.kubernetes.io/name'];

/** An SLO of https://github.com/pyrra-dev/pyrra. It has no service of its own; labels tell it. */
export function readPyrra(path: string, document: unknown): WrittenSlo {
  const faults: string[] = [];
  const target = numberAt(document, 'spec', 'target');
  if (!(target > 0 && target < 100)) faults.push('target must be between 0 and 100');
  if (textAt(document, 'spec', 'window') === '') faults.push('window is missing');
  if (Object.keys(objectAt(document, 'spec', 'indicator')).length !== 1) faults.push('indicator must be exactly one');
  const service = SERVICE_LABELS.map((label) => textAt(document, 'metadata', 'labels', label)).find((name) => name !== '');
  return { path, name: textAt(document, 'metadata', 'name'), service: service ?? '', faults };
}
