import { type Assessment, assess, type Evidence, isMaturityError, modelForKind, readService } from '@flamestep/maturity';

/** Compiled as a consumer would: in ESM, in CommonJS, and for a bundler. */
export function stepOf(manifest: string, evidence: readonly Evidence[], now: Date): string {
  try {
    const { service } = readService(manifest);
    const assessment: Assessment = assess(modelForKind(service.kind), service, evidence, { now });
    return assessment.rated ? `step ${assessment.step}` : 'not rated yet';
  } catch (error) {
    if (isMaturityError(error)) return error.problems.map(({ line, message }) => `${line}: ${message}`).join('\n');
    throw error;
  }
}
