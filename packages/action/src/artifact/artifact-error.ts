/** An artifact that cannot be what flamestep uploaded, or is too large to look into. The message says why, without its content. */
export class ArtifactError extends Error {
  override readonly name = 'ArtifactError';
}

/** Whether `error` is an {@link ArtifactError}. */
export function isArtifactError(error: unknown): error is ArtifactError {
  return error instanceof Error && error.name === 'ArtifactError';
}
