import type { Deployment } from './github-api.ts';

/** A return to a commit that ran before. */
export interface Rollback {
  readonly to: Deployment;
  /** What was taken back. */
  readonly of: Deployment;
  /** From the deployment that was taken back to the success of the return. */
  readonly milliseconds: number;
}

/** Deployments, oldest first, whose commit had succeeded before, with another in between. */
export function findRollbacks(deployments: readonly Deployment[]): Rollback[] {
  const succeeded = new Set<string>();
  const rollbacks: Rollback[] = [];
  let previous: Deployment | undefined;
  for (const deployment of deployments) {
    const { sha, succeededAt } = deployment;
    if (previous !== undefined && previous.sha !== sha && succeeded.has(sha) && !Number.isNaN(succeededAt)) {
      rollbacks.push({ to: deployment, of: previous, milliseconds: succeededAt - previous.createdAt });
    }
    if (!Number.isNaN(succeededAt)) succeeded.add(sha);
    previous = deployment;
  }
  return rollbacks;
}
