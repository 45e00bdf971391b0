import { createHash } from 'node:crypto';

/** Artifacts of one key and one attempt. Names are unique in a run, and attempts share the run. */
export interface ArtifactNames {
  /** Holds `result.json`. */
  readonly result: string;
  /** The page, an artifact that is its only file. */
  readonly page: string;
  /** Profiles of a branch, to compare with later. Without the attempt, because it is looked for by name over all runs. */
  readonly baseline: string;
}

const LONGEST_SLUG = 60;

/** Names that a reader recognises, and that no other key has. */
export function artifactNames(key: string, attempt: number): ArtifactNames {
  const name = resultSeries(key);
  return {
    result: `flamestep-result-${name}-a${attempt}`,
    page: `flamestep-${name}-a${attempt}.html`,
    baseline: `flamestep-baseline-${name}`,
  };
}

/** What the names of one key have in common. */
export function resultSeries(key: string): string {
  return `${key.replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST_SLUG)}-${hashOf(key)}`;
}

/** A result's name, read back. */
export interface ResultName {
  /** Of which key it is, over all attempts: see `resultSeries`. */
  readonly series: string;
  readonly attempt: number;
}

/** Reads the name of a result's artifact; undefined for one of something else. */
export function readResultName(name: string): ResultName | undefined {
  const match = /^flamestep-result-([a-z0-9-]{1,80})-a(\d{1,5})$/.exec(name);
  return match === null ? undefined : { series: match[1]!, attempt: Number(match[2]) };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
