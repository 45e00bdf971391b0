import { findRollbacks } from './find-rollbacks.ts';
import type { Deployment } from './github-api.ts';

/**
 * Of the deployments since a time the share that failed or was taken back; 0 where there were none, null where no deployments are
 * recorded at all. Returns to an earlier commit are no changes.
 */
export function failureShare(deployments: readonly Deployment[], since: number): number | null {
  if (deployments.length === 0) return null;
  const rollbacks = findRollbacks(deployments);
  const [back, taken] = [new Set(rollbacks.map(({ to }) => to)), new Set(rollbacks.map(({ of }) => of))];
  const changes = deployments.filter((deployment) => deployment.createdAt >= since && !back.has(deployment));
  const failed = changes.filter((deployment) => deployment.failed || taken.has(deployment));
  return changes.length === 0 ? 0 : failed.length / changes.length;
}
