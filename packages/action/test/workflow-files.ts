import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A step of a workflow, as far as tests look at it. */
export interface WorkflowStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

/** Paths of the repository's own workflows and of the examples, relative to `ROOT`. */
export const WORKFLOWS = globSync(['.github/workflows/*.yml', 'examples/*/.github/workflows/*.yml'], { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

export function textOf(workflow: string): string {
  return readFileSync(`${ROOT}/${workflow}`, 'utf8');
}

/** All steps of a workflow; a job that is another workflow has none. */
export function stepsOf(workflow: string): readonly WorkflowStep[] {
  const { jobs } = parse(textOf(workflow)) as { jobs: Readonly<Record<string, { steps?: readonly WorkflowStep[] }>> };
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}
