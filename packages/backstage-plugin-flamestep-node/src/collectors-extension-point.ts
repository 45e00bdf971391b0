import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { EvidenceCollector } from './evidence-collector.ts';

/** Where modules of the plugin `flamestep` add collectors. */
export interface CollectorsExtensionPoint {
  /** Throws where a collector of the same type and instance is there already. */
  addCollector(collector: EvidenceCollector): void;
}

/** The extension point of collectors, for `deps` of a backend module. */
export const collectorsExtensionPoint = createExtensionPoint<CollectorsExtensionPoint>({ id: 'flamestep.collectors' });
