import type { ServiceDetail } from '@flamestep/backstage-plugin-flamestep-common';
import { formatMoment } from './format-time.ts';

/** Why the service stands where it does, in a sentence or two; first of all what is not known. */
export function stepReason({ service, assessment, sources, nextAssessmentAt }: ServiceDetail, now: number): string {
  const failing = sources.filter(({ state }) => state === 'failing');
  if (failing.length > 0) {
    const named = failing
      .map(({ type, since }) => `${type}${since === undefined ? '' : ` since ${formatMoment(since, now)}`}`)
      .join(', ');
    return `No answer from ${named}. What was known before is kept for a while, then it is unknown.`;
  }
  if (!service.rated) {
    const first = nextAssessmentAt === undefined ? '' : ` Next collection: ${formatMoment(nextAssessmentAt, now)}.`;
    return `No evidence has been collected for this service.${first}`;
  }
  const checks = service.before.filter(({ check }) => check !== undefined);
  const next = assessment?.steps[(service.step ?? 0) + 1];
  const before = next === undefined ? 'the last gate' : `step ${next.step}, ${next.name.en}`;
  if (service.before.length === 0) return 'Every gate is open.';
  if (checks.length === 0) return `${service.before[0]?.title.en} stands before ${before}.`;
  const unknown = checks.filter(({ outcome }) => outcome === 'unknown').length;
  const told = checks.length === 1 ? `“${checks[0]?.title.en}” stands` : `${checks.length} required checks stand`;
  return `${told} before ${before}. ${unknown === 0 ? 'None is' : `${unknown} of them ${unknown === 1 ? 'is' : 'are'}`} unknown.`;
}
