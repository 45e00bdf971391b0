import type { ServiceSource } from '@flamestep/backstage-plugin-flamestep-common';
import type { KeptEvidence } from '../store/DatabaseAssessmentStore.ts';
import type { SourceFailure } from './collect-evidence.ts';
import type { SilentSource } from './merge-evidence.ts';

/** What the service file itself declares is no system that could fail. */
const OWN = 'manifest';

export interface SourceAnswers {
  readonly asked: readonly SilentSource[];
  readonly failures: readonly SourceFailure[];
  readonly evidence: readonly KeptEvidence[];
  readonly before: readonly ServiceSource[];
  readonly now: string;
}

/** How each source that was asked, or named, stands. */
export function describeSources({ asked, failures, evidence, before, now }: SourceAnswers): ServiceSource[] {
  const all = new Map([...asked, ...failures.map(({ source }) => source)].map((source) => [keyOf(source), source]));
  return [...all.values()]
    .filter(({ type }) => type !== OWN)
    .map(({ type, instance }) => {
      const key = keyOf({ type, instance });
      const failure = failures.find(({ source }) => keyOf(source) === key);
      const last = before.find((source) => keyOf(source) === key);
      const own = evidence.filter(({ evidence: { source } }) => keyOf(source) === key);
      const hasAnswered = own.some(({ failingSince }) => failingSince === undefined);
      const answeredAt = hasAnswered ? now : last?.answeredAt;
      const kinds = [...new Set(own.map(({ evidence }) => evidence.kind))].sort();
      const state = failure === undefined ? 'answering' : failure.code === 'unbound' ? 'unbound' : 'failing';
      return {
        type,
        instance,
        state,
        ...(state === 'failing' && { since: last?.state === 'failing' ? (last.since ?? now) : now }),
        ...(failure && { message: failure.message }),
        ...(answeredAt !== undefined && { answeredAt }),
        kinds,
      };
    });
}

function keyOf({ type, instance }: SilentSource): string {
  return `${type} ${instance}`;
}
