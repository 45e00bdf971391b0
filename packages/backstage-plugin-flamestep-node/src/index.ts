export { collectorsExtensionPoint } from './collectors-extension-point.ts';
export type { CollectorsExtensionPoint } from './collectors-extension-point.ts';
export type { CollectorContext, EvidenceCollector } from './evidence-collector.ts';
export type { Evidence, Service, ServiceManifest } from '@flamestep/maturity';
export type { Collected, CollectionFailure } from '@flamestep/collect';
