import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ReadApi } from '../read/ReadApi.ts';
import { addFleetSummary } from './add-fleet-summary.ts';
import { addServiceNextActions } from './add-service-next-actions.ts';
import { addServiceReports } from './add-service-reports.ts';
import { addServiceStep } from './add-service-step.ts';
import { addServiceTrend } from './add-service-trend.ts';

/** Read-only actions for MCP and other callers; each acts as its caller and sees what the caller may see. */
export function registerActions(registry: ActionsRegistryService, readApi: ReadApi): void {
  for (const add of [addServiceStep, addServiceNextActions, addServiceTrend, addServiceReports, addFleetSummary])
    add(registry, readApi);
}
