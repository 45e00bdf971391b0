import { DAY_MS } from './day-ms.ts';
import type { ServiceManifest } from '@flamestep/maturity';
import type { Question } from './question.ts';

/** What the service file itself declares. */
export function manifestQuestions({ normal, reviewed }: ServiceManifest, now: number): Question[] {
  const age = reviewed === undefined ? Number.NaN : (now - Date.parse(reviewed)) / DAY_MS;
  return [
    {
      kind: 'normal-declaration',
      basis: 'declared',
      query: 'spec.normal and spec.reviewed',
      ask: async () => ({ values: { ranges: normal.length, age: Number.isFinite(age) ? Math.max(0, age) : null } }),
    },
  ];
}
